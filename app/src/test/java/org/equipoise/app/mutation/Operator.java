package org.equipoise.app.mutation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// One way to spoil a study, applied at every place that it finds, one place at a time.
record Operator(String id, Kind kind, String says, List<String> files, Optional<Pattern> find, String to, int every) {
    static final String FILE = "mutations.yaml";

    /// `{n+1}`, `{n-0.1}`, `{n*2}`: the number of the group `n`, and what is done with it.
    private static final Pattern COUNTED = Pattern.compile("\\{n([-+*])([0-9.]+)}");

    enum Kind {
        BREAKING,
        PLAUSIBLE
    }

    static List<Operator> of(StudyFolder folder) {
        Findings findings = new Findings();
        Node tree = YamlReader.read(FILE, Objects.requireNonNull(folder.files().get(FILE)), findings)
                .orElseThrow(() -> new IllegalStateException(findings.inOrder().toString()));
        return tree.list("operators").stream().map(Operator::of).toList();
    }

    private static Operator of(Node node) {
        return new Operator(
                node.text("id"),
                node.text("class").equals("breaking") ? Kind.BREAKING : Kind.PLAUSIBLE,
                node.text("says"),
                node.texts("files"),
                node.find("find").map(find -> Pattern.compile(find.text(), Pattern.MULTILINE)),
                node.text("to", ""),
                node.integer("every", 1));
    }

    /// The spoilt studies, in the order of files and places.
    List<Mutant> mutants(StudyFolder study) {
        List<Mutant> all = new ArrayList<>();
        study.files().forEach((file, bytes) -> {
            if (files.stream().anyMatch(wanted -> wanted.equals(file) || isFolderOf(wanted, file))) {
                all.addAll(mutants(study, file, new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        List<Mutant> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            chosen.add(all.get(i));
        }
        return chosen;
    }

    private static boolean isFolderOf(String wanted, String file) {
        return wanted.endsWith("/*") && file.startsWith(wanted.substring(0, wanted.length() - 1));
    }

    private List<Mutant> mutants(StudyFolder study, String file, String text) {
        if (find.isEmpty()) {
            SortedMap<String, byte[]> left = new TreeMap<>(study.files());
            left.remove(file);
            return List.of(new Mutant(this, file, 0, "", "", new StudyFolder(study.name(), left)));
        }
        List<Mutant> mutants = new ArrayList<>();
        Matcher matcher = find.get().matcher(text);
        while (matcher.find()) {
            if (!isComment(text, matcher.start())) {
                String there = written(matcher);
                String spoilt = text.substring(0, matcher.start()) + there + text.substring(matcher.end());
                mutants.add(mutant(study, file, text, matcher, there, spoilt));
            }
        }
        mutants.removeIf(mutant -> mutant.from().equals(mutant.to()));
        return mutants;
    }

    private Mutant mutant(StudyFolder study, String file, String text, Matcher matcher, String there, String spoilt) {
        SortedMap<String, byte[]> files = new TreeMap<>(study.files());
        files.put(file, spoilt.getBytes(StandardCharsets.UTF_8));
        int line = 1
                + (int) text.substring(0, matcher.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Mutant(this, file, line, matcher.group(), there, new StudyFolder(study.name(), files));
    }

    /// Whether a place is in a comment: a line that begins with a number sign.
    private static boolean isComment(String text, int place) {
        String before =
                text.substring(text.lastIndexOf('\n', place - 1) + 1, place).strip();
        return before.startsWith("#");
    }

    private String written(Matcher matcher) {
        String counted = COUNTED.matcher(to)
                .replaceAll(term -> Matcher.quoteReplacement(counted(matcher, term.group(1), term.group(2))));
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < counted.length(); i++) {
            char c = counted.charAt(i);
            boolean braced = counted.startsWith("${", i);
            int digit = i + (braced ? 2 : 1);
            if (c == '$' && digit < counted.length() && Character.isDigit(counted.charAt(digit))) {
                written.append(Objects.requireNonNullElse(matcher.group(counted.charAt(digit) - '0'), ""));
                i = braced ? digit + 1 : digit;
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    private static String counted(Matcher matcher, String sign, String by) {
        BigDecimal number = new BigDecimal(matcher.group("n"));
        BigDecimal other = new BigDecimal(by);
        return Map.of("+", number.add(other), "-", number.subtract(other), "*", number.multiply(other))
                .get(sign)
                .toPlainString();
    }

    /// One spoilt study: where, and what stands there now.
    record Mutant(Operator operator, String file, int line, String from, String to, StudyFolder folder) {

        String place() {
            return file + (line == 0 ? "" : ":" + line);
        }

        @Override
        public String toString() {
            return operator.id() + " at " + place();
        }
    }
}
