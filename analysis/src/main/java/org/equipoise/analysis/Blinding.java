package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.AdverseEventPlan;
import org.equipoise.protocol.endpoint.BlindingPlan;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.guess.Guesses;
import org.equipoise.statistics.guess.TwoGroupsGuesses;
import org.equipoise.statistics.rank.Discrimination;
import org.equipoise.statistics.summary.Sample;

/// Whether treatments could be guessed (CONSORT 2025, item 20): what people guessed, with the indices of James and
/// Bang, and how far adverse events alone give the arm away. Of a blinded trial only how many ventured a guess.
public record Blinding(BlindingPlan plan, List<Group> groups, List<Line> lines, Optional<Clue> clue) {
    public Blinding {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /// What one kind of people guessed.
    ///
    /// @param said how many of each group named each arm, by group and arm; last, those who named none
    /// @param james absent unless two arms are revealed
    /// @param bang by group, as far as arms are revealed
    public record Line(
            BlindingPlan.Guess guess,
            List<List<Integer>> said,
            Optional<Answer<Estimate>> james,
            List<Answer<Estimate>> bang) {
        public Line {
            said = List.copyOf(said);
            bang = List.copyOf(bang);
        }
    }

    /// The chance that a participant of the first arm has more such events than one of the second.
    public record Clue(AdverseEventPlan.Kind kind, Arm first, Arm second, Answer<Estimate> discrimination) {}

    static Optional<Blinding> of(Study study, Datasets datasets, TreatmentView view) {
        return study.plan().blinding().map(plan -> of(study, plan, datasets, view));
    }

    private static Blinding of(Study study, BlindingPlan plan, Datasets datasets, TreatmentView view) {
        List<Arm> arms = study.design().arms();
        Group everyone = Group.everyone(datasets.participants());
        List<Group> groups = Group.of(arms, everyone, view);
        Dataset items = datasets.items();
        double alpha = BigDecimal.ONE.subtract(plan.confidence()).doubleValue();
        List<Line> lines = plan.guesses().stream()
                .map(guess -> line(guess, answers(items, guess, everyone), arms, groups, alpha))
                .toList();
        return new Blinding(plan, groups, lines, clue(study, plan, datasets, groups, alpha));
    }

    private static Map<ParticipantId, String> answers(Dataset items, BlindingPlan.Guess guess, Group everyone) {
        return Rows.of(
                        "items",
                        everyone.participants(),
                        "encounter",
                        guess.at(),
                        "form",
                        guess.item().form(),
                        "item",
                        guess.item().item())
                .values(items, "value");
    }

    private static Line line(
            BlindingPlan.Guess guess,
            Map<ParticipantId, String> answers,
            List<Arm> arms,
            List<Group> groups,
            double alpha) {
        List<List<Integer>> said =
                groups.stream().map(group -> said(guess, answers, arms, group)).toList();
        boolean revealed = groups.stream().allMatch(group -> group.arm().isPresent());
        if (!revealed) {
            return new Line(guess, said, Optional.empty(), List.of());
        }
        List<Guesses> guesses = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            int right = said.get(place).get(place);
            int undecided = said.get(place).getLast();
            int all = said.get(place).stream().mapToInt(count -> count).sum();
            guesses.add(new Guesses(right, all - right - undecided, undecided));
        }
        return new Line(
                guess,
                said,
                guesses.size() == 2
                        ? Optional.of(new TwoGroupsGuesses(guesses.getFirst(), guesses.getLast()).james(alpha))
                        : Optional.empty(),
                guesses.stream().map(each -> each.bang(alpha)).toList());
    }

    private static List<Integer> said(
            BlindingPlan.Guess guess, Map<ParticipantId, String> answers, List<Arm> arms, Group group) {
        int[] counts = new int[arms.size() + 1];
        for (ParticipantId participant : group.participants()) {
            String answer = answers.get(participant);
            if (answer != null) {
                String named = guess.arms().getOrDefault(answer, "");
                int place = arms.stream().map(Arm::id).toList().indexOf(named);
                counts[place < 0 ? arms.size() : place]++;
            }
        }
        List<Integer> said = new ArrayList<>();
        for (int count : counts) {
            said.add(count);
        }
        return said;
    }

    private static Optional<Clue> clue(
            Study study, BlindingPlan plan, Datasets datasets, List<Group> groups, double alpha) {
        if (plan.clue().isEmpty() || groups.size() != 2) {
            return Optional.empty();
        }
        Map<ParticipantId, Integer> entries =
                AdverseEvents.entries(datasets.adverseEvents(), plan.clue().get());
        return study.plan().adverseEvents().stream()
                .flatMap(events -> events.kinds().stream())
                .filter(kind -> kind.id().equals(plan.clue().get()))
                .findFirst()
                .map(kind -> new Clue(
                        kind,
                        groups.getFirst().arm().orElseThrow(),
                        groups.getLast().arm().orElseThrow(),
                        new Discrimination(sample(groups.getFirst(), entries), sample(groups.getLast(), entries))
                                .score(alpha)));
    }

    private static Sample sample(Group group, Map<ParticipantId, Integer> entries) {
        return Sample.of(group.participants().stream()
                .mapToDouble(participant -> entries.getOrDefault(participant, 0))
                .toArray());
    }
}
