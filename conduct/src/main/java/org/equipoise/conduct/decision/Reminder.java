package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.language.identity.KitNumber;

/// What the desk answered since the journal's last anchor, to be asked again when the journal is opened.
///
/// A desk that remembers gives the same answers. One whose log was set back to a copy younger than the anchor comes to
/// them by the same questions in the same order, and writes them down again; or it comes to others, because something
/// was asked in between that never reached the journal, and then it must not be asked any more.
public final class Reminder {
    private final Versions versions;
    private final List<Question> since = new ArrayList<>();
    private int labellings;

    /// @param event whose answer it was
    private record Question(long event, Predicate<AllocationDesk> sameAnswer) {}

    /// @param versions as they were after each event
    public Reminder(Versions versions) {
        this.versions = versions;
    }

    /// Takes in the next event, once the state has.
    public void after(JournalledEvent journalled) {
        switch (journalled.event()) {
            case VaultAnchored _ -> since.clear();
            case ParticipantRandomized randomized ->
                ask(
                        journalled,
                        desk -> desk.allocate(randomized.participant(), randomized.stratum())
                                .equals(randomized.arm()));
            case KitsLabelled labelled -> {
                int labelling = ++labellings;
                int sets = versions.inForce()
                        .study()
                        .design()
                        .supply()
                        .orElseThrow()
                        .sets();
                SortedSet<KitNumber> kits = new TreeSet<>(labelled.kits());
                ask(journalled, desk -> desk.label(labelling, sets).equals(kits));
            }
            // Kits that are counted are in the state: whatever the desk forgot of them, none is handed out twice.
            case KitDispensed dispensed
            when labellings == 0 ->
                ask(
                        journalled,
                        desk -> desk.dispense(dispensed.participant(), dispensed.encounter())
                                .equals(dispensed.kit()));
            default -> {}
        }
    }

    private void ask(JournalledEvent journalled, Predicate<AllocationDesk> sameAnswer) {
        since.add(new Question(journalled.seq(), sameAnswer));
    }

    /// The first event whose answer is another now, if there is one.
    public OptionalLong differing(AllocationDesk desk) {
        return since.stream()
                .filter(question -> !isSame(question, desk))
                .mapToLong(Question::event)
                .findFirst();
    }

    private static boolean isSame(Question question, AllocationDesk desk) {
        try {
            return question.sameAnswer().test(desk);
        } catch (IllegalStateException refused) {
            return false;
        }
    }
}
