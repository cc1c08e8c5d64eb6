package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.ScreeningEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// One participant's course through the trial: all that the journal says, gathered while it is read once.
final class Course {
    private final Plan plan;
    private final Reader reader;
    private final Noted<ConsentGiven> consent;
    private final List<Followed> followed = new ArrayList<>();
    private final SortedMap<Integer, Noted<VisitRecorded>> visits = new TreeMap<>();
    private final List<Map<String, Sheet>> sheets = new ArrayList<>();
    private final Map<String, SortedMap<Integer, Sheet>> logs = new HashMap<>();
    private final Map<Citation, Sheet.Opened> opened = new HashMap<>();
    private final SortedMap<Integer, Asked> queries = new TreeMap<>();
    private final List<Noted<ReportingClockStarted>> clocks = new ArrayList<>();
    private final List<Noted<CodeBroken>> unblindings = new ArrayList<>();
    private final SortedMap<Integer, Noted<DosingEvent>> doses = new TreeMap<>();
    private @Nullable Noted<ScreeningEvent> screening;
    private @Nullable Noted<ParticipantRandomized> randomization;
    private @Nullable Ending ending;

    /// A version of the protocol that came to apply to the participant.
    ///
    /// @param date of the consent to it; absent where nobody was asked
    record Followed(int version, String how, Optional<LocalDate> date, Source source) {}

    Course(Plan plan, Reader reader, Noted<ConsentGiven> consent) {
        this.plan = plan;
        this.reader = reader;
        this.consent = consent;
        plan.encounters().forEach(encounter -> sheets.add(new HashMap<>()));
    }

    void follows(Followed version) {
        followed.add(version);
    }

    /// The versions of the protocol that applied, one after the other.
    List<Followed> followed() {
        return followed;
    }

    /// The version of the protocol that applies.
    int version() {
        return followed.getLast().version();
    }

    private Sheet sheet(String form) {
        return new Sheet(plan.form(form), version(), plan.form(form, version()), opened, reader, id());
    }

    void judged(Noted<ScreeningEvent> event) {
        screening = once(screening, event);
    }

    void randomized(Noted<ParticipantRandomized> event) {
        randomization = once(randomization, event);
    }

    /// Completed, discontinued or consent withdrawn.
    void ended(Ending now) {
        if (ending != null) {
            throw repeated(now.seq(), ending.seq());
        }
        ending = now;
    }

    void visited(Noted<VisitRecorded> event) {
        int place = plan.place(event.event().encounter());
        visits.put(place, once(visits.get(place), event));
    }

    void dosed(int dose, Noted<DosingEvent> event) {
        doses.put(dose, once(doses.get(dose), event));
    }

    private static <E extends TrialEvent> Noted<E> once(@Nullable Noted<E> before, Noted<E> now) {
        if (before != null) {
            throw repeated(now.seq(), before.seq());
        }
        return now;
    }

    private static IllegalStateException repeated(long now, long before) {
        return new IllegalStateException("event " + now + " repeats what event " + before + " recorded");
    }

    void entered(long seq, FormEvent event) {
        if (event.encounter().equals(FormEvent.LOG)) {
            logs.computeIfAbsent(event.form(), _ -> new TreeMap<>())
                    .computeIfAbsent(event.entry(), _ -> sheet(event.form()))
                    .after(seq, event);
        } else {
            sheets.get(plan.place(event.encounter()))
                    .computeIfAbsent(event.form(), this::sheet)
                    .after(seq, event);
        }
    }

    /// What the reveal opened of this participant.
    void opened(long seq, SealedItemsOpened event) {
        int ordinal = 0;
        for (OpenedItem item : event.items()) {
            Source source = new Source.Change(new Citation(seq, ++ordinal));
            opened.put(new Citation(item.seq(), item.ordinal()), new Sheet.Opened(item.value(), source));
        }
    }

    void asked(Noted<QueryRaised> event) {
        int number = event.event().query();
        Asked before = queries.put(number, new Asked(event));
        if (before != null) {
            throw repeated(event.seq(), before.raised().seq());
        }
    }

    /// A query that is not there is one the reader does not read.
    void followed(int number, UnaryOperator<Asked> what) {
        queries.computeIfPresent(number, (_, asked) -> what.apply(asked));
    }

    void unblinded(Noted<CodeBroken> event) {
        unblindings.add(event);
    }

    void started(Noted<ReportingClockStarted> event) {
        clocks.add(event);
    }

    ParticipantId id() {
        return consent.event().participant();
    }

    /// What was said of an event, and why it cannot be read where it cannot.
    Optional<String> told(long seq, Optional<Confidential> verbatim) {
        return verbatim.map(words -> reader.texts().read(id(), new TextPlace(seq, "verbatim"), words))
                .flatMap(TextReader.Reading::orWhyNot);
    }

    Noted<ConsentGiven> consent() {
        return consent;
    }

    Optional<Noted<ScreeningEvent>> screening() {
        return Optional.ofNullable(screening);
    }

    Optional<Noted<ParticipantRandomized>> randomization() {
        return Optional.ofNullable(randomization);
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /// In the order of the schedule.
    Collection<Noted<VisitRecorded>> visits() {
        return visits.values();
    }

    Optional<Noted<VisitRecorded>> visit(int encounter) {
        return Optional.ofNullable(visits.get(encounter));
    }

    Optional<Sheet> sheet(int encounter, String form) {
        return Optional.ofNullable(sheets.get(encounter).get(form));
    }

    /// The entries of a log, by their number.
    SortedMap<Integer, Sheet> log(String form) {
        return logs.getOrDefault(form, Collections.emptySortedMap());
    }

    /// By their number.
    Collection<Asked> queries() {
        return queries.values();
    }

    /// In the order in which they occurred.
    List<Noted<CodeBroken>> unblindings() {
        return unblindings;
    }

    List<Noted<ReportingClockStarted>> clocks() {
        return clocks;
    }

    /// By their number in the regimen.
    Collection<Noted<DosingEvent>> doses() {
        return doses.values();
    }
}
