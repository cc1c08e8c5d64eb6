package org.equipoise.rehearsal.example;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.SafetyEvent;
import org.equipoise.journal.event.ScreeningEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.value.Decimals;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Place;
import org.equipoise.rehearsal.example.Example.Answer;
import org.equipoise.rehearsal.example.Example.Stated;
import org.equipoise.rehearsal.example.Example.Verdict;

/// What came of an example beside what was expected.
final class Comparison {
    private final Study study;
    private final Example example;
    private final Walk.Walked walked;
    private final Findings findings = new Findings();

    Comparison(Study study, Example example, Walk.Walked walked) {
        this.study = study;
        this.example = example;
        this.walked = walked;
    }

    List<Finding> differences() {
        Example.Expectation expected = example.expected();
        compare("eligibility", expected.eligibility(), verdict());
        compare("queries", expected.queries(), named(QueryEvent.QueryRaised.class, QueryEvent.QueryRaised::check));
        compare(
                "reporting clocks",
                expected.clocks(),
                named(SafetyEvent.ReportingClockStarted.class, SafetyEvent.ReportingClockStarted::clock));
        compareRefusals(expected.refusals());
        if (!expected.endpoints().isEmpty()) {
            Dataset table = Datasets.of(study, walked.events(), TreatmentView.of(walked.events()))
                    .endpoints();
            expected.endpoints()
                    .forEach((endpoint, answers) -> answers.forEach((visit, stated) ->
                            compare(endpoint + " at " + visit, stated, answer(table, endpoint, visit, stated.what()))));
        }
        return findings.inOrder();
    }

    private <T> void compare(String what, Stated<T> stated, T came) {
        if (!stated.what().equals(came)) {
            differs(stated.place(), what + " came out as " + came + ", not as " + stated.what());
        }
    }

    private void differs(Place place, String what) {
        findings.error(
                "example-differs",
                place,
                "example '" + example.id() + "': " + what,
                "an example says what its author means the protocol to do",
                "Correct the example, or the rule that decides otherwise");
    }

    /// What the investigator's decision came to.
    private Verdict verdict() {
        for (Walk.Refused refused : walked.refused()) {
            if (refused.refusal() instanceof Refusal.EligibilityUnknown(var _, var open)) {
                TreeSet<String> items = new TreeSet<>();
                open.forEach(criterion -> criterion.settledBy().forEach(item -> items.add(item.toString())));
                return new Verdict(Verdict.Kind.UNKNOWN, List.copyOf(items));
            }
        }
        return events(ScreeningEvent.ScreeningFailed.class)
                .findFirst()
                .map(failed -> new Verdict(
                        Verdict.Kind.NOT_MET,
                        failed.criteria().stream()
                                .filter(judged -> judged.verdict() == ScreeningEvent.Verdict.NOT_MET)
                                .map(ScreeningEvent.CriterionJudged::criterion)
                                .toList()))
                .orElse(new Verdict(Verdict.Kind.ELIGIBLE, List.of()));
    }

    /// Each name once, however often it came.
    private <E extends TrialEvent> List<String> named(Class<E> kind, Function<E, String> name) {
        return events(kind).map(name).distinct().sorted().toList();
    }

    private <E extends TrialEvent> Stream<E> events(Class<E> kind) {
        return walked.events().stream()
                .map(journalled -> journalled.event())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /// Every refusal that was not expected is named with its sentence, where it was met.
    private void compareRefusals(Stated<List<String>> stated) {
        List<String> open = new ArrayList<>(stated.what());
        for (Walk.Refused refused : walked.refused()) {
            boolean decision = refused.refusal() instanceof Refusal.EligibilityUnknown;
            if (!decision && !open.remove(Examples.word(refused.refusal().getClass()))) {
                differs(refused.place(), "staff were refused: " + sentence(refused.refusal()));
            }
        }
        if (!open.isEmpty()) {
            differs(stated.place(), "nobody was refused with " + open);
        }
    }

    /// As a part of another sentence, without its full stop.
    private static String sentence(Refusal refusal) {
        String sentence = Sentences.in(Locale.ENGLISH).sentence(refusal);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /// The endpoint's answer; a number is compared as a number, components only where they are stated.
    private static Answer answer(Dataset table, String endpoint, String visit, Answer stated) {
        Optional<Row> row = table.rows().stream()
                .filter(each -> table.value(each, "endpoint").equals(Optional.of(endpoint))
                        && table.value(each, "encounter").equals(Optional.of(visit)))
                .findFirst();
        String word = row.flatMap(found -> text(table, found)).orElse("none");
        Optional<List<String>> components = stated.components()
                .map(_ -> row.map(found -> Stream.of("failed", "missing")
                                .flatMap(column -> table.value(found, column).stream())
                                .flatMap(names -> Arrays.stream(names.split(" ")))
                                .sorted()
                                .toList())
                        .orElse(List.of()));
        return new Answer(sameNumber(word, stated.word()) ? stated.word() : word, components);
    }

    private static Optional<String> text(Dataset table, Row row) {
        return Stream.of("response", "change", "value")
                .flatMap(column -> table.value(row, column).stream())
                .findFirst();
    }

    private static boolean sameNumber(String one, String other) {
        Optional<BigDecimal> first = Decimals.read(one);
        Optional<BigDecimal> second = Decimals.read(other);
        return first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) == 0;
    }
}
