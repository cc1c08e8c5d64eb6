package org.equipoise.conduct.spec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Somebody's words in a specification: a stand-in that can be read, for the ciphertext that the journal holds.
final class Said {
    private Said() {}

    static Confidential words(String text) {
        return Confidential.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Confidential standIn) {
        return new String(standIn.bytes(), StandardCharsets.UTF_8);
    }

    /// The event with what is really ciphertext, under the key of the participant and at its place, as a stand-in.
    static TrialEvent in(JournalledEvent journalled) {
        long seq = journalled.seq();
        return switch (journalled.event()) {
            case ConsentWithdrawn(var who, var date, var words) ->
                new ConsentWithdrawn(who, date, readAny(who, seq, words));
            case DoseMissed(var who, var dose, var planned, var reason, var words) ->
                new DoseMissed(who, dose, planned, reason, readAny(who, seq, words));
            case ParticipantDiscontinued(var who, var date, var reason, var words) ->
                new ParticipantDiscontinued(who, date, reason, readAny(who, seq, words));
            case FormSubmitted(var who, var encounter, var form, var entry, var changes) ->
                new FormSubmitted(who, encounter, form, entry, read(who, seq, changes));
            case FormCorrected(var who, var encounter, var form, var entry, var words, var changes) ->
                new FormCorrected(
                        who, encounter, form, entry, read(who, seq, "reason", words), read(who, seq, changes));
            case KitReplaced(var who, var encounter, var date, var kit, var by, var words) ->
                new KitReplaced(who, encounter, date, kit, by, read(who, seq, "reason", words));
            case CodeBroken(var who, var number, var to, var words, var occurred) ->
                new CodeBroken(who, number, to, words == null ? null : read(who, seq, "reason", words), occurred);
            default -> journalled.event();
        };
    }

    private static List<ItemChange> read(ParticipantId who, long seq, List<ItemChange> changes) {
        List<ItemChange> read = new ArrayList<>();
        for (ItemChange change : changes) {
            int ordinal = read.size() + 1;
            Confidential words = change.confidential();
            read.add(
                    words == null
                            ? change
                            : new ItemChange(change.item(), read(who, seq, String.valueOf(ordinal), words)));
        }
        return read;
    }

    private static @Nullable Confidential readAny(ParticipantId who, long seq, @Nullable Confidential words) {
        return words == null ? null : read(who, seq, "verbatim", words);
    }

    private static Confidential read(ParticipantId who, long seq, String field, Confidential words) {
        return words(Story.keys().find(who).orElseThrow().read(new TextPlace(seq, field), words));
    }
}
