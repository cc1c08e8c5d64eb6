package org.equipoise.analysis.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.Baseline;
import org.equipoise.analysis.Dosing;
import org.equipoise.analysis.Flow;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.analysis.report.Page.Line;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.reading.Study;

/// Sets the whole page in words.
final class Composition {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Composition() {}

    static Page of(ReportContent content) {
        Study study = content.study();
        Account account = content.account();
        return new Page(
                study.title().english(),
                banner(content.provenance().mode()),
                summary(study, content.status()),
                FlowDiagram.of(account),
                participants(study, account),
                answers(study, account),
                dosing(account.dosing()),
                assumptions(content.provenance()),
                record(content),
                limits(content));
    }

    private static String banner(Mode mode) {
        return switch (mode) {
            case REHEARSAL ->
                "Simulated from assumptions. Every participant and every value in this report is virtual.";
            case LIVE -> "";
        };
    }

    private static List<Line> summary(Study study, Status status) {
        return Stream.concat(Stream.of(new Line("Study", study.id())), status(status))
                .toList();
    }

    private static Stream<Line> status(Status status) {
        return switch (status) {
            case Status.Blinded _ -> Stream.of(new Line("Status", "Blinded: this report knows no treatment."));
            case Status.Revealed(TreatmentView.Revealed reveal, Instant at) ->
                Stream.of(
                        new Line(
                                "Status",
                                "Revealed by " + reveal.authorizedBy() + " on " + MOMENT.format(at) + " (event "
                                        + Print.count(reveal.seq()) + ")"),
                        new Line("Reason", reveal.reason()));
        };
    }

    private static List<Grid> participants(Study study, Account account) {
        Grid baseline = baseline(study, account.baseline());
        List<Flow.NotMet> notMet = account.flow().criteriaNotMet();
        return notMet.isEmpty() ? List.of(baseline) : List.of(criteria(notMet), baseline);
    }

    private static Grid criteria(List<Flow.NotMet> notMet) {
        List<List<String>> rows = notMet.stream()
                .map(each -> List.of(
                        each.criterion().id(),
                        each.criterion().text().english(),
                        kind(each.criterion()),
                        Print.count(each.participants())))
                .toList();
        return new Grid(
                "Why screening failed",
                List.of(
                        new Head("Criterion", false),
                        new Head("In words", false),
                        new Head("Kind", false),
                        new Head("Participants", true)),
                rows,
                List.of("One participant may fail several criteria."));
    }

    private static String kind(Criterion criterion) {
        return switch (criterion.kind()) {
            case INCLUSION -> "inclusion";
            case EXCLUSION -> "exclusion";
        };
    }

    private static Grid baseline(Study study, Baseline baseline) {
        List<Head> heads = new ArrayList<>(List.of(new Head("Stratum", false)));
        baseline.groups().forEach(each -> heads.add(new Head(named(each.group()), true)));
        List<List<String>> rows = new ArrayList<>();
        for (int stratum = 0; stratum < baseline.strata().size(); stratum++) {
            List<String> row = new ArrayList<>();
            row.add(words(baseline.strata().get(stratum), study.design().randomization()));
            for (Baseline.GroupStrata each : baseline.groups()) {
                row.add(Print.share(
                        each.participants().get(stratum), each.group().size()));
            }
            rows.add(row);
        }
        return new Grid("Randomised participants by stratum", heads, rows, List.of());
    }

    private static String named(Group group) {
        return GroupName.of(group) + ", n = " + Print.count(group.size());
    }

    /// `diabetes=yes` as `Diabetes: yes`.
    private static String words(String stratum, Randomization randomization) {
        return randomization.factors().isEmpty()
                ? "Everyone"
                : Arrays.stream(stratum.split(";"))
                        .map(part -> part.split("=", 2))
                        .map(part -> label(part[0], randomization) + ": " + part[1])
                        .collect(Collectors.joining(", "));
    }

    private static String label(String factor, Randomization randomization) {
        return randomization.factors().stream()
                .filter(each -> each.id().equals(factor))
                .map(each -> each.label().english())
                .findFirst()
                .orElse(factor);
    }

    private static List<Page.Answered> answers(Study study, Account account) {
        return study.tables().stream()
                .flatMap(table -> account.results().stream()
                        .filter(result -> result.analysis().equals(table.analysis()))
                        .map(result -> PlannedTable.of(table, result)))
                .toList();
    }

    private static Grid dosing(Dosing dosing) {
        List<Head> heads = List.of(
                new Head("Group", false),
                new Head("n", true),
                new Head("Given a dose", true),
                new Head("Doses in the regimen", true),
                new Head("Given", true),
                new Head("Missed", true),
                new Head("Not recorded", true));
        List<List<String>> rows = dosing.groups().stream()
                .map(each -> List.of(
                        GroupName.of(each.group()),
                        Print.count(each.group().size()),
                        Print.count(each.treated()),
                        Print.count(each.due()),
                        Print.share(each.given(), each.due()),
                        Print.share(each.missed(), each.due()),
                        Print.share(each.unrecorded(), each.due())))
                .toList();
        return new Grid(
                "Doses recorded, against the regimen",
                heads,
                rows,
                List.of("Not recorded: doses not yet due, or due after the participant had left the trial."));
    }

    private static List<Grid> assumptions(Provenance provenance) {
        if (provenance.assumptions().isEmpty()) {
            return List.of();
        }
        List<Head> heads = List.of(
                new Head("Assumption", false),
                new Head("Value", true),
                new Head("Source", false),
                new Head("Certainty", false));
        List<List<String>> rows = provenance.assumptions().stream()
                .map(each -> List.of(each.name(), each.value(), each.source(), each.certainty()))
                .toList();
        return List.of(new Grid("What the rehearsal assumed", heads, rows, List.of()));
    }

    private static List<Line> record(ReportContent content) {
        Provenance provenance = content.provenance();
        List<Line> lines = new ArrayList<>(List.of(
                new Line("Events in the journal", Print.count(provenance.events())),
                new Line("Root of its Merkle tree", provenance.root().hex()),
                new Line("Protocol hash", content.study().conduct().hash().hex())));
        provenance.details().forEach(detail -> lines.add(new Line(detail.name(), detail.value())));
        return lines;
    }

    private static List<String> limits(ReportContent content) {
        String evidence = switch (content.provenance().mode()) {
            case REHEARSAL ->
                "This report does not claim that the treatment works, or is safe, in people: its numbers "
                        + "follow from the assumptions listed. Agreement with published results would be a "
                        + "check of the program, not evidence.";
            case LIVE ->
                "This report does not claim more than the planned analyses say. The software has not been "
                        + "validated for trials with real participants.";
        };
        return List.of(
                evidence,
                "It does not claim that nobody guessed a treatment; only that the software showed none before the "
                        + "reveal.");
    }
}
