package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// What the participant and the assessor would guess was given, from what each of them could notice: a reaction, and
/// whether the disease is better. Every figure is proposed.
final class Guesses {
    static final Sheet SHEET = Sheet.of()
            .code("participant_guess", "active", "placebo", "do_not_know")
            .code("assessor_guess", "active", "placebo", "do_not_know")
            .done();

    private static final double BETTER = 0.6;

    private Guesses() {}

    static Answers draw(RandomStream stream, boolean participantReacted, boolean assessorNoticed, double activity) {
        boolean better = activity < BETTER;
        return new Answers(SHEET)
                .code("participant_guess", guess(stream.uniform(), participantReacted, better))
                .code("assessor_guess", guess(stream.uniform(), assessorNoticed, better));
    }

    private static String guess(double draw, boolean reaction, boolean better) {
        double active = reaction ? 0.8 : better ? 0.35 : 0.12;
        double placebo = reaction ? 0.05 : better ? 0.2 : 0.4;
        return draw < active ? "active" : draw < active + placebo ? "placebo" : "do_not_know";
    }
}
