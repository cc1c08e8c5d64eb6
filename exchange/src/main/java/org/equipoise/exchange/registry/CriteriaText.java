package org.equipoise.exchange.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.exchange.outline.Outline.Criterion;
import org.equipoise.exchange.outline.Said;

/// Eligibility criteria as registries hold them: one text, a heading for each kind, a line for each criterion.
final class CriteriaText {
    private static final Pattern KIND = Pattern.compile("(?i)^(inclusion|exclusion|eligibility) criteria\\s*:?$");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[*•-]|\\d+[.)])\\s+(.*)$");

    private final List<Criterion> criteria = new ArrayList<>();
    private boolean inclusion = true;
    private Optional<Said> about = Optional.empty();
    private int included;
    private int excluded;

    private CriteriaText() {}

    /// @param place of a line, counted from 1
    static List<Criterion> read(List<String> lines, IntFunction<String> place) {
        CriteriaText reading = new CriteriaText();
        for (int i = 0; i < lines.size(); i++) {
            reading.line(lines.get(i), place.apply(i + 1));
        }
        return reading.criteria;
    }

    private void line(String line, String at) {
        String text = line.strip();
        Matcher kind = KIND.matcher(text);
        Matcher bullet = BULLET.matcher(text);
        if (kind.matches()) {
            inclusion = !kind.group(1).toLowerCase(Locale.ROOT).equals("exclusion");
            about = Optional.empty();
        } else if (bullet.matches()) {
            add(bullet.group(1), at);
        } else if (text.endsWith(":")) {
            about = Optional.of(new Said(text.substring(0, text.length() - 1), at));
        } else if (!text.isEmpty()) {
            add(text, at);
        }
    }

    private void add(String text, String at) {
        String id = inclusion ? "I" + ++included : "E" + ++excluded;
        criteria.add(new Criterion(id, inclusion, new Said(text.replaceAll("\\\\([<>*_~^])", "$1"), at), about));
    }
}
