package org.equipoise.exchange.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Arm;
import org.equipoise.exchange.outline.Outline.Criterion;
import org.equipoise.exchange.outline.Outline.Fact;
import org.equipoise.exchange.outline.Outline.Plan;
import org.equipoise.exchange.outline.Outline.Treatment;
import org.equipoise.exchange.outline.Said;

/// A registry record as people copy it from a page: titles, bullets with their values, prose, dates, treatments, arms,
/// criteria, one under the other.
public final class RecordText {
    private static final Pattern BULLET = Pattern.compile("^\\s*•\\s*([^:]+)$");
    private static final Pattern OTHER_NAMES = Pattern.compile("^\\s*•\\s*Other names?:\\s*(.+)$");
    private static final Pattern DATE =
            Pattern.compile("^(Study Started|Primary Completion|Study Completion|Last Update)$");
    private static final Pattern TREATMENT = Pattern.compile(
            "^(?:Drug|Biological|Device|Procedure|Behavioral|Genetic|Radiation|Dietary Supplement|Other) (\\S.*)$");
    private static final Pattern ARM = Pattern.compile(
            "^(.+) (Experimental|Active Comparator|Placebo Comparator|Sham Comparator|No Intervention|Other)$");
    private static final Pattern CRITERIA = Pattern.compile("(?i)^(inclusion|exclusion) criteria:?$");
    private static final Pattern END = Pattern.compile("^(No )?Results Posted.*$");

    private final String file;
    private final List<String> lines;
    private int next;

    private RecordText(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /// Whether a text is such a record.
    public static boolean recognises(String text) {
        return text.lines().anyMatch(line -> CRITERIA.matcher(line.strip()).matches())
                && text.lines().anyMatch(line -> BULLET.matcher(line).matches());
    }

    public static Outline read(String file, String text) {
        return new RecordText(file, text.lines().toList()).outline();
    }

    private Outline outline() {
        List<Said> titles = titles();
        List<Fact> bullets = bullets();
        List<Said> prose = prose();
        List<Fact> facts = new ArrayList<>(bullets);
        facts.removeIf(fact -> fact.name().equals("Phase"));
        facts.addAll(dates());
        List<Treatment> treatments = new ArrayList<>();
        List<Arm> arms = new ArrayList<>();
        while (next < lines.size() && !CRITERIA.matcher(line()).matches()) {
            Matcher treatment = TREATMENT.matcher(line());
            Matcher arm = ARM.matcher(line());
            if (arm.matches()) {
                arms.add(arm(arm));
            } else if (treatment.matches()) {
                treatments.add(treatment(treatment));
            } else {
                next++;
            }
        }
        Plan plan = new Plan(
                value(bullets, "Study Type"),
                value(bullets, "Phase"),
                prose.stream().filter(said -> said.lower().contains("randomi")).findFirst(),
                prose.stream()
                        .filter(said -> said.lower().matches(".*(blind|masked).*"))
                        .findFirst(),
                List.of(),
                value(bullets, "Study Participants"),
                false,
                bullets.stream()
                        .filter(fact -> fact.name().startsWith("Age"))
                        .map(Fact::value)
                        .toList(),
                false);
        return new Outline(
                file,
                titles,
                facts,
                plan,
                arms,
                treatments,
                criteria(),
                List.of(),
                List.of(),
                List.of(),
                prose,
                List.of(),
                List.of());
    }

    private List<Said> titles() {
        List<Said> titles = new ArrayList<>();
        while (next < lines.size() && !BULLET.matcher(lines.get(next)).matches()) {
            if (!line().isEmpty() && !line().equals("Title")) {
                titles.addFirst(here());
            }
            next++;
        }
        return titles;
    }

    private List<Fact> bullets() {
        List<Fact> facts = new ArrayList<>();
        while (next < lines.size()) {
            Matcher bullet = BULLET.matcher(lines.get(next));
            if (bullet.matches()) {
                next++;
                skipEmpty();
                facts.add(new Fact(bullet.group(1).strip(), here()));
            } else if (!line().isEmpty()) {
                return facts;
            }
            next++;
        }
        return facts;
    }

    private List<Said> prose() {
        List<Said> prose = new ArrayList<>();
        while (next < lines.size()
                && !DATE.matcher(line()).matches()
                && !CRITERIA.matcher(line()).matches()) {
            if (!line().isEmpty()) {
                prose.add(here());
            }
            next++;
        }
        return prose;
    }

    private List<Fact> dates() {
        List<Fact> dates = new ArrayList<>();
        while (next < lines.size() && DATE.matcher(line()).matches()) {
            String name = line();
            String at = place(++next);
            List<String> parts = new ArrayList<>();
            while (next < lines.size()
                    && !line().isEmpty()
                    && !DATE.matcher(line()).matches()) {
                parts.add(line());
                next++;
            }
            dates.add(new Fact(name, new Said(String.join(" ", parts), at)));
            skipEmpty();
        }
        return dates;
    }

    private Treatment treatment(Matcher treatment) {
        Said name = new Said(treatment.group(1), place(next + 1));
        next++;
        skipEmpty();
        Optional<Said> description = isHeading() ? Optional.empty() : Optional.of(here());
        List<Said> others = new ArrayList<>();
        if (description.isPresent()) {
            next++;
            skipEmpty();
        }
        while (next < lines.size()) {
            Matcher other = OTHER_NAMES.matcher(lines.get(next));
            if (!other.matches()) {
                break;
            }
            others.add(new Said(other.group(1), place(next + 1)));
            next++;
            skipEmpty();
        }
        return new Treatment(name, others, description, List.of(), List.of());
    }

    private Arm arm(Matcher arm) {
        Said label = new Said(arm.group(1), place(next + 1));
        Said type = new Said(arm.group(2), place(next + 1));
        next++;
        skipEmpty();
        return new Arm(label, Optional.of(type), isHeading() ? Optional.empty() : Optional.of(here()));
    }

    private boolean isHeading() {
        return next >= lines.size()
                || TREATMENT.matcher(line()).matches()
                || ARM.matcher(line()).matches()
                || line().equals("Criteria");
    }

    private List<Criterion> criteria() {
        int from = next;
        int to = from;
        while (to < lines.size() && !END.matcher(lines.get(to).strip()).matches()) {
            to++;
        }
        return CriteriaText.read(lines.subList(from, to), line -> place(from + line));
    }

    private static Optional<Said> value(List<Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    private void skipEmpty() {
        while (next < lines.size() && line().isEmpty()) {
            next++;
        }
    }

    private String line() {
        return lines.get(next).strip();
    }

    private Said here() {
        return next < lines.size() ? new Said(line(), place(next + 1)) : new Said("", file);
    }

    private String place(int number) {
        return file + ":" + number;
    }
}
