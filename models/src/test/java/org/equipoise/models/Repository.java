package org.equipoise.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tests read from the repository: reference tables, study forms, assumptions of a rehearsal.
final class Repository {
    private static final Path ROOT = Path.of(System.getProperty("equipoise.root", ".."));
    private static final Pattern ITEM = Pattern.compile(" {2}- id: (\\w+)");
    private static final Pattern CODES = Pattern.compile(" {4}codes: \\[(.*)]");
    private static final Pattern RANGE = Pattern.compile(" {4}range: \\['(.*)', '(.*)']");
    private static final Pattern PARAMETER = Pattern.compile(" {4}(\\w+): \\{value: '([^']*)'.*");

    private Repository() {}

    /// What a form allows as the answer to an item: one of the codes, or where there are none, any in the range.
    record Question(List<String> codes, List<String> range) {}

    /// The lines of a table under their column names.
    static List<Map<String, String>> table(String file) {
        List<String> lines = lines("reference/" + file);
        List<String> names = List.of(lines.getFirst().split(","));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.length; column++) {
                row.put(names.get(column), cells[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    static Map<String, Question> form(String study, String form) {
        Map<String, Question> questions = new TreeMap<>();
        String item = "";
        for (String line : lines("trials/" + study + "/forms/" + form + ".yaml")) {
            if (line.equals("scores:")) {
                break;
            }
            Matcher id = ITEM.matcher(line);
            Matcher codes = CODES.matcher(line);
            Matcher range = RANGE.matcher(line);
            if (id.matches()) {
                item = id.group(1);
                questions.put(item, new Question(List.of(), List.of()));
            } else if (line.strip().equals("type: text")) {
                // Nobody's own words come from a model.
                questions.remove(item);
            } else if (codes.matches()) {
                questions.put(
                        item,
                        new Question(List.of(codes.group(1).replace("'", "").split(", ")), List.of()));
            } else if (range.matches()) {
                questions.put(item, new Question(List.of(), List.of(range.group(1), range.group(2))));
            }
        }
        return questions;
    }

    static Map<String, Double> rehearsalParameters(String study) {
        Map<String, Double> parameters = new TreeMap<>();
        for (String line : lines("trials/" + study + "/rehearsal.yaml")) {
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                parameters.put(parameter.group(1), Double.valueOf(parameter.group(2)));
            }
        }
        return parameters;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
