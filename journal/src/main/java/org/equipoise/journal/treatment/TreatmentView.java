package org.equipoise.journal.treatment;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;

/// Who received what, as far as the trial has revealed it.
public sealed interface TreatmentView {

    /// The view the events allow: revealed only if the reveal is among them.
    ///
    /// @throws IllegalStateException if the reveal contradicts itself or comes twice
    static TreatmentView of(Iterable<JournalledEvent> events) {
        TreatmentView view = new Blinded();
        for (JournalledEvent event : events) {
            if (event.event() instanceof TreatmentsRevealed reveal) {
                if (view instanceof Revealed earlier) {
                    throw new IllegalStateException(
                            "event " + event.seq() + " reveals again what event " + earlier.seq() + " revealed");
                }
                view = new Revealed(event.seq(), reveal);
            }
        }
        return view;
    }

    /// No arm is known.
    record Blinded() implements TreatmentView {}

    /// Every participant's arm is known. Not a record: only a journalled reveal makes one.
    final class Revealed implements TreatmentView {
        private final long seq;
        private final String authorizedBy;
        private final String reason;
        private final SortedMap<ParticipantId, String> arms;

        private Revealed(long seq, TreatmentsRevealed reveal) {
            this.seq = seq;
            this.authorizedBy = reveal.authorizedBy();
            this.reason = reveal.reason();
            this.arms = Collections.unmodifiableSortedMap(arms(reveal));
        }

        private static SortedMap<ParticipantId, String> arms(TreatmentsRevealed reveal) {
            Map<ArmCode, String> names = new HashMap<>();
            for (ArmNamed named : reveal.arms()) {
                if (names.put(named.code(), named.arm()) != null) {
                    throw new IllegalStateException("the reveal names arm code " + named.code() + " twice");
                }
            }
            SortedMap<ParticipantId, String> arms = new TreeMap<>();
            for (Assignment assignment : reveal.assignments()) {
                String arm = names.get(assignment.code());
                if (arm == null) {
                    throw new IllegalStateException("the reveal does not name arm code " + assignment.code());
                }
                if (arms.put(assignment.participant(), arm) != null) {
                    throw new IllegalStateException("the reveal assigns " + assignment.participant() + " twice");
                }
            }
            return arms;
        }

        public String authorizedBy() {
            return authorizedBy;
        }

        public String reason() {
            return reason;
        }

        /// The event that revealed.
        public long seq() {
            return seq;
        }

        /// The arm of every participant who was randomised.
        public SortedMap<ParticipantId, String> arms() {
            return arms;
        }
    }
}
