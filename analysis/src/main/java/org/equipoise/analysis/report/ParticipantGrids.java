package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equipoise.analysis.Baseline;
import org.equipoise.analysis.Dosing;
import org.equipoise.analysis.Flow;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.IntercurrentEvents;
import org.equipoise.analysis.Membership;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.endpoint.BaselineRow;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.summary.Sample;

/// Sets the tables of who took part: criteria not met, baseline, analysis sets, intercurrent events, doses.
final class ParticipantGrids {
    private ParticipantGrids() {}

    static Optional<Grid> criteria(Flow flow) {
        if (flow.criteriaNotMet().isEmpty()) {
            return Optional.empty();
        }
        List<List<Cell>> rows = flow.criteriaNotMet().stream()
                .map(each -> List.of(
                        Cell.of(each.criterion().id()),
                        Cell.of(each.criterion().text().english()),
                        Cell.of(kind(each.criterion())),
                        Cell.of(Print.count(each.participants().size()), Rows.of("participants", each.participants()))))
                .toList();
        return Optional.of(new Grid(
                "criteria",
                "Why screening failed",
                "",
                List.of(
                        Head.words("Criterion"),
                        Head.words("In words"),
                        Head.words("Kind"),
                        Head.number("Participants")),
                rows,
                List.of("One participant may fail several criteria.")));
    }

    private static String kind(Criterion criterion) {
        return switch (criterion.kind()) {
            case INCLUSION -> "inclusion";
            case EXCLUSION -> "exclusion";
        };
    }

    static Grid baseline(
            Study study, Baseline baseline, String id, String caption, String translated, List<String> notes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Baseline.Line line : baseline.lines()) {
            rows.add(
                    switch (line) {
                        case Baseline.Line.Stratum(var stratum, var from, var counts) ->
                            stratum(words(stratum, study.design().randomization()), from, counts, baseline.groups());
                        case Baseline.Line.Coded(var row, var code, var from, var shares) ->
                            coded(row, code, from, shares);
                        case Baseline.Line.Measured(var row, var from, var measures) -> measured(row, from, measures);
                    });
        }
        List<String> all = new ArrayList<>(notes);
        all.add(
                "Numbers are n (%), mean (SD), or median (smallest to largest), over those for whom the value is known. "
                        + "No test is made: any difference between groups is due to chance.");
        return new Grid(id, caption, translated, heads("Characteristic", baseline.groups()), rows, all);
    }

    private static List<Head> heads(String first, List<Group> groups) {
        List<Head> heads = new ArrayList<>(List.of(Head.words(first)));
        groups.forEach(group -> heads.add(Head.number(named(group))));
        return heads;
    }

    static String named(Group group) {
        return GroupName.of(group) + ", n = " + Print.count(group.size());
    }

    private static List<Cell> stratum(String name, List<Rows> from, List<Integer> counts, List<Group> groups) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
        for (int place = 0; place < groups.size(); place++) {
            cells.add(Cell.of(Print.share(counts.get(place), groups.get(place).size()), from.get(place)));
        }
        return cells;
    }

    private static List<Cell> coded(BaselineRow row, String code, List<Rows> from, List<Baseline.Share> shares) {
        String name = row.label().english();
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.code().isPresent() ? name : name + ": " + plain(code))));
        for (int place = 0; place < shares.size(); place++) {
            Baseline.Share share = shares.get(place);
            cells.add(Cell.of(Print.share(share.having(), share.known()), from.get(place)));
        }
        return cells;
    }

    static String plain(String code) {
        return code.replace('_', ' ');
    }

    private static List<Cell> measured(BaselineRow row, List<Rows> from, List<Baseline.Measure> measures) {
        String unit = row.unit()
                .filter(each -> !each.equals("1"))
                .map(each -> ", " + Print.unit(each))
                .orElse("");
        String shown = row.show() == BaselineRow.Show.MEAN ? ", mean (SD)" : ", median (range)";
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.label().english() + unit + shown)));
        int decimals =
                measures.stream().mapToInt(Baseline.Measure::decimals).max().orElse(0);
        for (int place = 0; place < measures.size(); place++) {
            Sample sample = measures.get(place).sample();
            cells.add(Cell.of(
                    row.show() == BaselineRow.Show.MEAN
                            ? Print.meanAndDeviation(sample, decimals)
                            : Print.medianAndRange(sample, decimals),
                    from.get(place)));
        }
        return cells;
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

    static Grid sets(Membership membership, String id, String caption, String translated, List<String> notes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Membership.Line line : membership.lines()) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.of(line.set().label().english())));
            for (int place = 0; place < membership.groups().size(); place++) {
                Group group = membership.groups().get(place);
                cells.add(Cell.of(
                        Print.share(line.members().get(place), group.size()),
                        Rows.of(
                                "analysis_sets",
                                group.participants(),
                                "set",
                                line.set().id(),
                                "member",
                                "yes")));
            }
            cells.add(Cell.of(
                    reasons(line.reasons()),
                    Rows.of(
                            "analysis_sets",
                            everyone(membership.groups()),
                            "set",
                            line.set().id(),
                            "member",
                            "no")));
            rows.add(cells);
        }
        List<Head> heads = heads("Set", membership.groups());
        heads.add(Head.words("Left out"));
        return new Grid(id, caption, translated, heads, rows, notes);
    }

    static List<ParticipantId> everyone(List<Group> groups) {
        return groups.stream().flatMap(group -> group.participants().stream()).toList();
    }

    private static String reasons(Map<String, Integer> reasons) {
        return reasons.isEmpty()
                ? "nobody"
                : reasons.entrySet().stream()
                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                        .collect(Collectors.joining("; "));
    }

    static Grid intercurrentEvents(
            IntercurrentEvents events, String id, String caption, String translated, List<String> notes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (IntercurrentEvents.Line line : events.lines()) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(line.event().event()),
                    Cell.of(line.estimand().id()),
                    Cell.of(line.event().strategy().words())));
            for (int place = 0; place < events.groups().size(); place++) {
                Group group = events.groups().get(place);
                int column = place;
                cells.add(line.participants()
                        .map(counts -> Cell.of(
                                Print.share(counts.get(column), group.size()),
                                Rows.of(
                                        "intercurrent_events",
                                        group.participants(),
                                        "estimand",
                                        line.estimand().id(),
                                        "event",
                                        line.event().id())))
                        .orElse(Cell.of("not recorded")));
            }
            rows.add(cells);
        }
        List<Head> heads =
                new ArrayList<>(List.of(Head.words("Event"), Head.words("Estimand"), Head.words("Strategy")));
        events.groups().forEach(group -> heads.add(Head.number(named(group))));
        return new Grid(id, caption, translated, heads, rows, notes);
    }

    static Grid dosing(Dosing dosing, String id, String caption, String translated, List<String> notes) {
        List<Head> heads = List.of(
                Head.words("Group"),
                Head.number("n"),
                Head.number("Given a dose"),
                Head.number("Doses in the regimen"),
                Head.number("Given"),
                Head.number("Missed"),
                Head.number("Not recorded"));
        List<List<Cell>> rows = dosing.groups().stream()
                .map(each -> {
                    Rows exposure = Rows.of("exposure", each.group().participants());
                    return List.of(
                            Cell.of(GroupName.of(each.group())),
                            Cell.of(Print.count(each.group().size()), exposure),
                            Cell.of(Print.count(each.treated().size()), Rows.of("exposure", each.treated())),
                            Cell.of(Print.count(each.due()), exposure),
                            Cell.of(Print.share(each.given(), each.due()), exposure),
                            Cell.of(Print.share(each.missed(), each.due()), exposure),
                            Cell.of(Print.share(each.unrecorded(), each.due()), exposure));
                })
                .toList();
        List<String> all = new ArrayList<>(notes);
        all.add("Not recorded: doses not yet due, or due after the participant had left the trial.");
        return new Grid(id, caption, translated, heads, rows, all);
    }
}
