package org.equipoise.analysis.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.datasets.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes where each number of a page was born. A row stands once, however many numbers rest on it; a number's
/// fingerprint changes when any value or source of its rows does.
final class Birthplaces {
    private static final int FINGERPRINT_BYTES = 8;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Dataset> datasets = new TreeMap<>();
    private final Map<String, TreeSet<Integer>> used = new TreeMap<>();
    private final ObjectNode cells = JSON.objectNode();

    private Birthplaces(Datasets all) {
        all.all().forEach(dataset -> datasets.put(dataset.name(), dataset));
    }

    static ObjectNode of(Page page, Datasets datasets) {
        Birthplaces birthplaces = new Birthplaces(datasets);
        for (int place = 0; place < page.headline().size(); place++) {
            Page.Cell sentence = page.headline().get(place);
            String id = Page.headline(place);
            sentence.rows().ifPresent(rows -> birthplaces.add(id, sentence.text(), rows));
        }
        page.sections().forEach(section -> section.blocks().forEach(birthplaces::add));
        ObjectNode node = JSON.objectNode();
        node.set("cells", birthplaces.cells);
        node.set("datasets", birthplaces.rows());
        return node;
    }

    private void add(Page.Block block) {
        switch (block) {
            case Grid grid -> {
                for (int row = 0; row < grid.rows().size(); row++) {
                    for (int column = 0; column < grid.rows().get(row).size(); column++) {
                        Page.Cell cell = grid.rows().get(row).get(column);
                        String id = grid.cell(row, column);
                        cell.rows().ifPresent(rows -> add(id, cell.text(), rows));
                    }
                }
            }
            case Page.Drawing drawing ->
                drawing.picture().marks().forEach(mark -> add(mark.cell(), mark.text(), mark.rows()));
            case Page.Diagram diagram -> diagram.boxes().forEach(this::add);
            case Page.Lines _, Page.Words _, Page.Heading _ -> {}
        }
    }

    private void add(Page.Box box) {
        add(box.id(), box.count(), box.rows());
        for (int place = 0; place < box.lines().size(); place++) {
            Page.Line line = box.lines().get(place);
            String id = box.line(place);
            line.rows().ifPresent(rows -> add(id, line.value(), rows));
        }
    }

    private void add(String id, String text, Rows rows) {
        Dataset dataset = datasets.get(rows.dataset());
        if (dataset == null) {
            throw new IllegalStateException("there is no data set " + rows.dataset());
        }
        List<Integer> places = rows.in(dataset);
        used.computeIfAbsent(dataset.name(), _ -> new TreeSet<>()).addAll(places);
        ObjectNode cell = cells.putObject(id)
                .put("text", text)
                .put("dataset", dataset.name())
                .put("fingerprint", fingerprint(dataset, places));
        ArrayNode listed = cell.putArray("rows");
        places.forEach(place -> listed.add(place + 1));
    }

    private static String fingerprint(Dataset dataset, List<Integer> places) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int place : places) {
                Row row = dataset.rows().get(place);
                digest.update((row.values() + "\n" + row.sources() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The rows used, by their number in the data set, from 1.
    private ObjectNode rows() {
        ObjectNode node = JSON.objectNode();
        used.forEach((name, places) -> {
            Dataset dataset = Objects.requireNonNull(datasets.get(name));
            ObjectNode each = node.putObject(name);
            ArrayNode columns = each.putArray("columns");
            dataset.columns().forEach(column -> columns.add(column.name()));
            ObjectNode rows = each.putObject("rows");
            for (int place : places) {
                Row row = dataset.rows().get(place);
                ObjectNode written = rows.putObject(Integer.toString(place + 1));
                ArrayNode values = written.putArray("values");
                row.values().forEach(value -> value.ifPresentOrElse(values::add, values::addNull));
                written.put(
                        "sources", row.sources().stream().map(Source::toString).collect(Collectors.joining(" ")));
            }
        });
        return node;
    }
}
