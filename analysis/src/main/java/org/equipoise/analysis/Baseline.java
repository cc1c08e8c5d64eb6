package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.endpoint.BaselineRow;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.summary.Sample;

/// Who was randomised (CONSORT 2025, item 25): the strata, and what the plan wants shown of the time before treatment.
/// Nothing is tested: any difference is due to chance.
public record Baseline(List<Group> groups, List<Line> lines) {
    public Baseline {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /// One line of the table, with its cells in the order of the groups.
    public sealed interface Line {

        /// How many are in a stratum of randomisation.
        record Stratum(String stratum, List<Rows> rows, List<Integer> participants) implements Line {
            public Stratum {
                rows = List.copyOf(rows);
                participants = List.copyOf(participants);
            }
        }

        /// How many have a code, of those for whom the item is known.
        record Coded(BaselineRow row, String code, List<Rows> rows, List<Share> shares) implements Line {
            public Coded {
                rows = List.copyOf(rows);
                shares = List.copyOf(shares);
            }
        }

        /// The numbers of those who have one.
        record Measured(BaselineRow row, List<Rows> rows, List<Measure> measures) implements Line {
            public Measured {
                rows = List.copyOf(rows);
                measures = List.copyOf(measures);
            }
        }
    }

    public record Share(int having, int known) {}

    /// The values of those who have one, in the order of the participants.
    public record Measure(List<BigDecimal> values) {
        public Measure {
            values = List.copyOf(values);
        }

        public Sample sample() {
            return Sample.of(
                    values.stream().mapToDouble(BigDecimal::doubleValue).toArray());
        }

        /// Those that most values were recorded with.
        public int decimals() {
            return Recorded.decimals(values);
        }
    }

    public static Baseline of(Study study, Datasets datasets, TreatmentView view) {
        Dataset participants = datasets.participants();
        Strata strata = Strata.of(study.design().randomization().strata(), participants);
        Group everyone = Group.everyone(participants);
        List<Group> groups = Group.of(study.design().arms(), everyone, view);
        List<Line> lines = new ArrayList<>();
        for (int stratum = 0; stratum < strata.count(); stratum++) {
            lines.add(stratum(groups, strata, stratum));
        }
        if (!study.plan().baseline().isEmpty()) {
            Dataset items = datasets.items();
            Dataset scores = datasets.scores();
            for (BaselineRow row : study.plan().baseline()) {
                Optional<Item> item = study.item(row.item());
                Column column = item.isPresent()
                        ? new Column("item", items, row, everyone)
                        : new Column("score", scores, row, everyone);
                switch (row.show()) {
                    case COUNT -> codes(row, item).forEach(code -> lines.add(column.coded(groups, code)));
                    case MEAN, MEDIAN -> lines.add(column.measured(groups));
                }
            }
        }
        return new Baseline(groups, lines);
    }

    private static Line stratum(List<Group> groups, Strata strata, int stratum) {
        String name = strata.names().get(stratum);
        List<Rows> rows = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Group group : groups) {
            rows.add(Rows.of("participants", group.participants(), "stratum", name));
            counts.add((int) group.participants().stream()
                    .filter(participant -> strata.of(participant) == stratum)
                    .count());
        }
        return new Line.Stratum(name, rows, counts);
    }

    private static List<String> codes(BaselineRow row, Optional<Item> item) {
        return row.code()
                .map(List::of)
                .orElseGet(() ->
                        item.map(Item::type).orElse(null) instanceof ItemType.Code(var codes) ? codes : List.of());
    }

    /// One item or score at its visit, by participant.
    private record Column(BaselineRow row, String named, Map<ParticipantId, String> values) {

        Column(String named, Dataset dataset, BaselineRow row, Group everyone) {
            this(row, named, rows(named, row, everyone).values(dataset, "value"));
        }

        private Rows rows(Group group) {
            return rows(named, row, group);
        }

        private static Rows rows(String named, BaselineRow row, Group group) {
            return Rows.of(
                    named.equals("item") ? "items" : "scores",
                    group.participants(),
                    "encounter",
                    row.at(),
                    "form",
                    row.item().form(),
                    named,
                    row.item().item());
        }

        Line coded(List<Group> groups, String code) {
            return new Line.Coded(
                    row,
                    code,
                    groups.stream().map(this::rows).toList(),
                    groups.stream().map(group -> share(group, code)).toList());
        }

        private Share share(Group group, String code) {
            int having = 0;
            int known = 0;
            for (ParticipantId participant : group.participants()) {
                String value = values.get(participant);
                known += value == null ? 0 : 1;
                having += code.equals(value) ? 1 : 0;
            }
            return new Share(having, known);
        }

        Line measured(List<Group> groups) {
            return new Line.Measured(
                    row,
                    groups.stream().map(this::rows).toList(),
                    groups.stream().map(this::measure).toList());
        }

        /// A number beyond a limit of measurement is left out.
        private Measure measure(Group group) {
            return new Measure(group.participants().stream()
                    .flatMap(participant -> Optional.ofNullable(values.get(participant)).stream())
                    .flatMap(value -> Decimals.read(value).stream())
                    .toList());
        }
    }
}
