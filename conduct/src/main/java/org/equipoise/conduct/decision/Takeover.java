package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.refusal.AmendmentFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Succession;
import org.equipoise.protocol.reading.Study;

/// What would become of those in a trial if an amended version took over now.
///
/// @param refusal why it cannot, if so
/// @param following to whom it would apply at once
/// @param waiting to whom it would apply once they have consented again
public record Takeover(Optional<Refusal> refusal, List<ParticipantId> following, List<ParticipantId> waiting) {

    public static Takeover of(Versions versions, TrialState state, Study amended) {
        Study before = versions.inForce().study();
        if (!amended.id().equals(before.id())) {
            return refused(new Refusal.AnotherStudy(amended.id(), before.id()));
        }
        if (amended.conduct().hash().equals(before.conduct().hash())) {
            return refused(new Refusal.NothingAmended(state.protocol()));
        }
        Optional<Succession> succession = amended.succession();
        if (succession.isEmpty()) {
            return refused(new Refusal.ReconsentUndecided());
        }
        List<AmendmentFault> faults = new Successor(versions.soFar(), amended, state).faults(succession.get());
        return faults.isEmpty() ? of(versions, state, succession.get()) : refused(new Refusal.NotASuccessor(faults));
    }

    private static Takeover refused(Refusal refusal) {
        return new Takeover(Optional.of(refusal), List.of(), List.of());
    }

    /// Whoever waits for an earlier amendment goes on waiting: consent to this one holds for both.
    private static Takeover of(Versions versions, TrialState state, Succession succession) {
        List<ParticipantId> following = new ArrayList<>();
        List<ParticipantId> waiting = new ArrayList<>();
        for (Participant participant : state.participants()) {
            if (participant instanceof Participant.Ended || state.waits(participant.id())) {
                continue;
            }
            boolean asked = succession.asks(
                    versions.of(participant.id()).study().design(),
                    participant.book().visits());
            (asked ? waiting : following).add(participant.id());
        }
        return new Takeover(Optional.empty(), following, waiting);
    }
}
