package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.reading.Study;

/// The tables of one record. The events are read once; a table is derived when it is asked for, always the same.
public final class Datasets {
    private final Plan plan;
    private final List<Course> courses;
    private final List<Noted<CodeBroken>> unblindings;
    private final TextReader texts;
    private final Kits kits;
    private final TreatmentView view;
    private final List<Study> versions;
    private final Study study;

    private Datasets(List<Study> versions, Plan plan, Courses courses, Kits kits, TreatmentView view) {
        this.versions = versions;
        this.study = versions.getLast();
        this.plan = plan;
        this.courses = courses.byParticipant();
        this.unblindings = courses.unblindings();
        this.texts = courses.texts();
        this.kits = kits;
        this.view = view;
    }

    /// The tables of the events, as far as the view allows.
    ///
    /// @throws IllegalStateException if an event does not fit the study or the events before it
    public static Datasets of(Study study, Iterable<JournalledEvent> events, TreatmentView view) {
        return of(List.of(study), events, view);
    }

    /// The tables of a trial whose protocol was amended: what is recorded is read by the version that applied, and
    /// analysed as the last one says.
    ///
    /// @param versions of the protocol, the first one first
    /// @throws IllegalStateException if an event does not fit the versions or the events before it
    public static Datasets of(List<Study> versions, Iterable<JournalledEvent> events, TreatmentView view) {
        return of(versions, events, view, TextReader.WITHOUT_KEYS);
    }

    /// The same with people's own words, as far as the reader has the keys to them.
    public static Datasets of(
            List<Study> versions, Iterable<JournalledEvent> events, TreatmentView view, TextReader texts) {
        return taken(Reader.unrestricted(texts), versions, events, view);
    }

    /// The record as a role reads it: without the forms, doses, queries and clocks that the study hides from it. Only
    /// what is recorded, and scores: an analysis of a part of the record would say what is not so.
    ///
    /// @param role in the study's words: `assessor`
    public static List<Dataset> readBy(String role, Study study, Iterable<JournalledEvent> events, TreatmentView view) {
        return readBy(role, List.of(study), events, view);
    }

    /// The same of a trial whose protocol was amended.
    public static List<Dataset> readBy(
            String role, List<Study> versions, Iterable<JournalledEvent> events, TreatmentView view) {
        return readBy(role, versions, events, view, TextReader.WITHOUT_KEYS);
    }

    /// The same with people's own words, and for the site's staff with what identifies the participants.
    public static List<Dataset> readBy(
            String role, List<Study> versions, Iterable<JournalledEvent> events, TreatmentView view, TextReader texts) {
        Reader reader = Reader.of(versions, role, texts);
        Datasets read = taken(reader, versions, events, view);
        List<Dataset> tables = new ArrayList<>(read.recorded());
        if (!reader.readsDoses()) {
            tables.removeIf(
                    table -> table.name().equals(DoseTable.NAME) || table.name().equals(KitTables.ACCOUNTABILITY));
        }
        if (!reader.readsAll()) {
            tables.removeIf(table -> table.name().equals(UnblindingTable.NAME));
        }
        return tables;
    }

    private static Datasets taken(
            Reader reader, List<Study> versions, Iterable<JournalledEvent> events, TreatmentView view) {
        Plan plan = new Plan(versions);
        Courses courses = new Courses(plan, reader, view instanceof TreatmentView.Revealed);
        Kits kits = new Kits();
        events.forEach(event -> {
            courses.after(event);
            kits.after(event);
        });
        return new Datasets(List.copyOf(versions), plan, courses, kits, view);
    }

    /// Everyone who gave consent; the only table with an arm, and only in a revealed record.
    public Dataset participants() {
        return ParticipantTable.of(courses, view);
    }

    /// Which version of the protocol applied to whom.
    public Dataset versions() {
        return VersionTable.of(courses);
    }

    public Dataset visits() {
        return VisitTable.of(courses);
    }

    /// Items as they stand after corrections.
    public Dataset items() {
        return ItemTable.of(plan, courses);
    }

    /// Items of logs, which belong to no visit, as they stand.
    public Dataset logs() {
        return LogTable.of(plan, courses);
    }

    public Dataset scores() {
        return ScoreTable.of(plan, courses);
    }

    public Dataset doses() {
        return DoseTable.of(courses);
    }

    public Dataset queries() {
        return QueryTable.of(courses);
    }

    public Dataset reportingClocks() {
        return ClockTable.of(courses);
    }

    /// Emergency code breaks.
    public Dataset unblindings() {
        return UnblindingTable.of(unblindings, texts);
    }

    /// Every kit that is counted, where it is and how it stands.
    public Dataset kits() {
        return KitTables.kits(kits);
    }

    /// What every depot and site has received, and where it is now.
    public Dataset kitLedger() {
        return KitTables.ledger(kits);
    }

    /// What participants were handed and brought back, beside the doses recorded.
    public Dataset accountability() {
        return KitTables.accountability(kits);
    }

    /// Departures from the protocol that the record shows by itself.
    public Dataset deviations() {
        return new DeviationTable(versions).of(courses);
    }

    /// What was given to everyone randomised.
    public Dataset exposure() {
        return ExposureTable.of(plan, courses);
    }

    /// Entries of the log of adverse events that the plan counts.
    public Dataset adverseEvents() {
        return AdverseEventTable.of(plan, courses, study.plan().adverseEvents());
    }

    /// Endpoints of everyone randomised, at each of their visits.
    public Dataset endpoints() {
        return new EndpointTable(plan)
                .of(
                        courses,
                        study.endpoints().stream()
                                .map(endpoint -> new EndpointTable.Wanted(endpoint, endpoint.at()))
                                .toList());
    }

    /// One endpoint at some of its visits: all that one analysis asks for, in a fraction of the time.
    public Dataset endpoints(Endpoint endpoint, List<String> at) {
        return new EndpointTable(plan).of(courses, List.of(new EndpointTable.Wanted(endpoint, at)));
    }

    /// What happened after randomisation that an estimand names.
    public Dataset intercurrentEvents() {
        return new IntercurrentTable(plan).of(courses, study.plan().estimands());
    }

    public Dataset intercurrentEvents(Estimand estimand) {
        return new IntercurrentTable(plan).of(courses, List.of(estimand));
    }

    public Dataset analysisSets() {
        return analysisSets(study.plan().sets());
    }

    public Dataset analysisSets(List<AnalysisSet> sets) {
        return new AnalysisSetTable(plan, study.plan().estimands()).of(courses, sets);
    }

    /// What is recorded, and the scores that follow from it.
    private List<Dataset> recorded() {
        return List.of(
                participants(),
                versions(),
                visits(),
                items(),
                scores(),
                logs(),
                doses(),
                queries(),
                reportingClocks(),
                unblindings(),
                kits(),
                kitLedger(),
                accountability(),
                deviations());
    }

    public List<Dataset> all() {
        List<Dataset> all = new ArrayList<>(recorded());
        all.addAll(List.of(exposure(), adverseEvents(), endpoints(), intercurrentEvents(), analysisSets()));
        return all;
    }
}
