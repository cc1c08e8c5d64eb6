package org.equipoise.datasets;

import java.util.List;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;

/// The tables of one record. The events are read once; a table is derived when it is asked for, always the same.
public final class Datasets {
    private final Plan plan;
    private final List<Course> courses;
    private final TreatmentView view;
    private final EndpointTable endpoints;

    private Datasets(Study study, Plan plan, List<Course> courses, TreatmentView view) {
        this.plan = plan;
        this.courses = courses;
        this.view = view;
        this.endpoints = new EndpointTable(plan, study.endpoints());
    }

    /// The tables of the events, as far as the view allows.
    ///
    /// @throws IllegalStateException if an event does not fit the study or the events before it
    public static Datasets of(Study study, Iterable<JournalledEvent> events, TreatmentView view) {
        Plan plan = new Plan(study);
        Courses courses = new Courses(plan);
        events.forEach(courses::after);
        return new Datasets(study, plan, courses.byParticipant(), view);
    }

    /// Everyone who gave consent; the only table with an arm, and only in a revealed record.
    public Dataset participants() {
        return ParticipantTable.of(courses, view);
    }

    public Dataset visits() {
        return VisitTable.of(courses);
    }

    /// Items as they stand after corrections.
    public Dataset items() {
        return ItemTable.of(plan, courses);
    }

    public Dataset scores() {
        return ScoreTable.of(plan, courses);
    }

    public Dataset doses() {
        return DoseTable.of(courses);
    }

    /// Endpoints of everyone randomised.
    public Dataset endpoints() {
        return endpoints.of(courses);
    }

    public List<Dataset> all() {
        return List.of(participants(), visits(), items(), scores(), doses(), endpoints());
    }
}
