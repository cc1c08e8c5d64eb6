package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.ScreeningEvent;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;

/// One row for everyone who gave consent. The arm is a column only of a revealed record: while the trial is blind
/// there is no column that could be empty for some.
final class ParticipantTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("site", "Site", Kind.TEXT, "SITEID"),
            Column.of("consented", "Date of consent", Kind.DATE, "RFICDTC"),
            Column.of("eligibility", "Eligibility as judged", Kind.CODE),
            Column.of("criteria_not_met", "Criteria not met", Kind.CODE),
            Column.of("randomized", "Date of randomisation", Kind.DATE, "RANDDT"),
            Column.of("number", "Place in the order of randomisation", Kind.INTEGER),
            Column.of("stratum", "Stratum of randomisation", Kind.CODE, "STRATAR"),
            Column.of("disposition", "How participation ended", Kind.CODE, "EOSSTT"),
            Column.of("disposition_date", "Date participation ended", Kind.DATE, "EOSDT"),
            Column.of("disposition_reason", "Why participation ended early", Kind.CODE, "DCSREAS"),
            Column.of("disposition_verbatim", "What was said of it", Kind.TEXT, "DCSREASP"));
    private static final Column ARM = Column.of("arm", "Arm, as revealed", Kind.CODE, "TRT01P");

    private ParticipantTable() {}

    static Dataset of(List<Course> courses, TreatmentView view) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (view instanceof TreatmentView.Revealed) {
            columns.add(ARM);
        }
        List<ParticipantId> order = courses.stream()
                .flatMap(course -> course.randomization().stream())
                .sorted(Comparator.comparingLong(Noted::seq))
                .map(randomization -> randomization.event().participant())
                .toList();
        Map<ParticipantId, Integer> numbers = new HashMap<>();
        order.forEach(participant -> numbers.put(participant, numbers.size() + 1));
        List<Row> rows = courses.stream()
                .map(each -> row(each, Optional.ofNullable(numbers.get(each.id())), view))
                .toList();
        return new Dataset("participants", "Everyone who gave consent", columns, rows);
    }

    private static Row row(Course participant, Optional<Integer> number, TreatmentView view) {
        Optional<ScreeningEvent> screening = participant.screening().map(Noted::event);
        Optional<ParticipantRandomized> randomization =
                participant.randomization().map(Noted::event);
        Optional<Ending> ending = participant.ending();
        List<Optional<String>> values = new ArrayList<>(List.of(
                Optional.of(participant.id().text()),
                Optional.of(participant.consent().event().site()),
                Optional.of(participant.consent().event().date().toString()),
                screening.map(ParticipantTable::outcome),
                screening.flatMap(ParticipantTable::notMet),
                randomization.map(event -> event.date().toString()),
                number.map(Object::toString),
                randomization.map(ParticipantRandomized::stratum),
                ending.map(Ending::how),
                ending.map(Ending::date).map(LocalDate::toString),
                ending.flatMap(Ending::reason),
                ending.flatMap(each -> participant.told(each.seq(), each.verbatim()))));
        if (view instanceof TreatmentView.Revealed revealed) {
            values.add(randomization.map(event -> arm(event, revealed)));
        }
        return new Row(values, sources(participant, view));
    }

    private static List<Source> sources(Course participant, TreatmentView view) {
        List<Source> sources = new ArrayList<>();
        sources.add(participant.consent().source());
        participant.screening().map(Noted::source).ifPresent(sources::add);
        participant.randomization().map(Noted::source).ifPresent(sources::add);
        participant.ending().map(Ending::source).ifPresent(sources::add);
        if (view instanceof TreatmentView.Revealed revealed
                && participant.randomization().isPresent()) {
            sources.add(new Source.Event(revealed.seq()));
        }
        return sources.stream().sorted().toList();
    }

    private static String outcome(ScreeningEvent event) {
        return switch (event) {
            case EligibilityConfirmed _ -> "eligible";
            case ScreeningFailed _ -> "screening-failed";
        };
    }

    private static Optional<String> notMet(ScreeningEvent event) {
        return switch (event) {
            case EligibilityConfirmed _ -> Optional.empty();
            case ScreeningFailed failed ->
                Optional.of(failed.criteria().stream()
                        .filter(judged -> judged.verdict() == Verdict.NOT_MET)
                        .map(CriterionJudged::criterion)
                        .collect(Collectors.joining(" ")));
        };
    }

    private static String arm(ParticipantRandomized event, TreatmentView.Revealed revealed) {
        String arm = revealed.arms().get(event.participant());
        if (arm == null) {
            throw new IllegalStateException("the reveal gives " + event.participant() + " no arm");
        }
        return arm;
    }
}
