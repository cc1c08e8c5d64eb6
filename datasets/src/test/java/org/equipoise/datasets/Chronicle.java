package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.equipoise.journal.confidence.MemoryKeys;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// Writes journals for tests, one short line an event.
final class Chronicle {
    private static final Confidential SLIP = new Confidential("0a");
    private final PersonalKeys keys = new MemoryKeys(_ -> new byte[PersonalKey.SECRET]);
    static final String SEALED = "5ea1ed";

    private final List<JournalledEvent> events = new ArrayList<>();
    private int protocol = 1;

    List<JournalledEvent> events() {
        return List.copyOf(events);
    }

    /// From here on another version of the protocol is in force; it applies at once to some.
    Chronicle amended(int number, String... following) {
        protocol = number;
        return add(new ProtocolActivated(number, Digest.of(new byte[32])))
                .add(new AmendmentActivated(
                        number,
                        "approved",
                        Stream.of(following).map(Chronicle::id).toList(),
                        List.of()));
    }

    Chronicle renewed(String participant, String date) {
        return add(new ConsentRenewed(id(participant), LocalDate.parse(date), "2"));
    }

    Chronicle add(TrialEvent event) {
        long seq = events.size() + 1L;
        events.add(new JournalledEvent(seq, 1_000_000L * seq, new Actor("n1", "nurse"), "c" + seq, protocol, event));
        return this;
    }

    Chronicle consent(String participant, String date) {
        return add(new ConsentGiven(id(participant), "A", LocalDate.parse(date), "1"));
    }

    Chronicle withdrawn(String participant, String date, String reason) {
        return add(
                new ConsentWithdrawn(id(participant), LocalDate.parse(date), conceal(participant, "verbatim", reason)));
    }

    Chronicle codeBroken(String participant, String reason, long occurred) {
        return add(new CodeBroken(id(participant), 1, "Dr Night", conceal(participant, "reason", reason), occurred));
    }

    /// What somebody said, at its place in the event that is next.
    private Confidential conceal(String participant, String field, String text) {
        ParticipantId id = id(participant);
        keys.make(id);
        return keys.find(id).orElseThrow().conceal(new TextPlace(events.size() + 1L, field), text);
    }

    /// The keys of everyone of whom something was said.
    PersonalKeys keys() {
        return keys;
    }

    Chronicle eligible(String participant, String date) {
        return add(new EligibilityConfirmed(id(participant), LocalDate.parse(date), List.of()));
    }

    Chronicle failed(String participant, String date, String... notMet) {
        List<CriterionJudged> judged = Stream.of(notMet)
                .map(criterion -> new CriterionJudged(criterion, Verdict.NOT_MET, List.of()))
                .toList();
        return add(new ScreeningFailed(id(participant), LocalDate.parse(date), judged));
    }

    Chronicle randomized(String participant, String date, String stratum) {
        return add(new ParticipantRandomized(id(participant), LocalDate.parse(date), stratum, new Sealed(SEALED)));
    }

    /// Consent, eligibility and randomisation on one day.
    Chronicle enrolled(String participant, String date, String stratum) {
        return consent(participant, date).eligible(participant, date).randomized(participant, date, stratum);
    }

    Chronicle visit(String participant, String encounter, String date, boolean inWindow) {
        LocalDate day = LocalDate.parse(date);
        return add(new VisitRecorded(id(participant), encounter, day, day.minusDays(3), day.plusDays(3), inWindow));
    }

    /// Entries are written `item=value`, `item?reason` where there is no value, or `item#hex` where it is sealed.
    Chronicle submitted(String participant, String encounter, String form, String... entries) {
        return add(new FormSubmitted(id(participant), encounter, form, changes(entries)));
    }

    /// A form, or an entry of a log, with one item under the participant's key.
    Chronicle said(String participant, String encounter, String form, String item, String text) {
        return add(new FormSubmitted(
                id(participant),
                encounter,
                form,
                encounter.equals(FormEvent.LOG) ? 1 : 0,
                List.of(new ItemChange(item, conceal(participant, "1", text)))));
    }

    /// An entry of a log.
    Chronicle entered(String participant, String form, int entry, String... entries) {
        return add(new FormSubmitted(id(participant), FormEvent.LOG, form, entry, changes(entries)));
    }

    Chronicle entryCorrected(String participant, String form, int entry, String... entries) {
        return add(new FormCorrected(id(participant), FormEvent.LOG, form, entry, SLIP, changes(entries)));
    }

    /// A form with one item, which is sealed.
    Chronicle sealed(String participant, String encounter, String form, String item) {
        return add(
                new FormSubmitted(id(participant), encounter, form, List.of(new ItemChange(item, new Sealed(SEALED)))));
    }

    Chronicle opened(String participant, long seq, int ordinal, String value) {
        return add(new SealedItemsOpened(id(participant), List.of(new OpenedItem(seq, ordinal, value))));
    }

    Chronicle corrected(String participant, String encounter, String form, String... entries) {
        return add(new FormCorrected(id(participant), encounter, form, SLIP, changes(entries)));
    }

    Chronicle queried(String participant, int query, String check, String encounter, String form, int entry) {
        return add(new QueryRaised(id(participant), query, check, encounter, form, entry, "coordinator"));
    }

    Chronicle dosed(String participant, int dose, String date, String kit) {
        LocalDate day = LocalDate.parse(date);
        return add(new DoseGiven(id(participant), dose, day, day, new KitNumber(kit)));
    }

    Chronicle missed(String participant, int dose, String planned, DosingEvent.Reason reason) {
        return add(new DoseMissed(id(participant), dose, LocalDate.parse(planned), reason, null));
    }

    Chronicle completed(String participant, String date) {
        return add(new ParticipantCompleted(id(participant), LocalDate.parse(date)));
    }

    Chronicle discontinued(String participant, String date, DispositionEvent.Reason reason) {
        return add(new ParticipantDiscontinued(id(participant), LocalDate.parse(date), reason, null));
    }

    Chronicle revealed(Map<String, String> arms) {
        Map<String, String> codes = new TreeMap<>();
        new TreeSet<>(arms.values()).forEach(arm -> codes.put(arm, "code-" + codes.size()));
        return add(new TreatmentsRevealed(
                "statistician",
                "planned reveal",
                "",
                codes.entrySet().stream()
                        .map(each -> new ArmNamed(new ArmCode(each.getValue()), each.getKey()))
                        .toList(),
                arms.entrySet().stream()
                        .map(each -> new Assignment(id(each.getKey()), new ArmCode(codes.get(each.getValue()))))
                        .toList()));
    }

    private static ParticipantId id(String text) {
        return new ParticipantId(text);
    }

    private static List<ItemChange> changes(String... entries) {
        return Stream.of(entries)
                .map(entry -> {
                    int sealed = entry.indexOf('#');
                    if (sealed >= 0) {
                        Sealed ciphertext = new Sealed(entry.substring(sealed + 1));
                        return new ItemChange(entry.substring(0, sealed), ciphertext);
                    }
                    int at = entry.indexOf('=');
                    int why = entry.indexOf('?');
                    return at >= 0
                            ? new ItemChange(entry.substring(0, at), entry.substring(at + 1), null)
                            : new ItemChange(entry.substring(0, why), null, entry.substring(why + 1));
                })
                .toList();
    }
}
