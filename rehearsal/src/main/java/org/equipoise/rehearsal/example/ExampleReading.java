package org.equipoise.rehearsal.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.rehearsal.example.Example.Answer;
import org.equipoise.rehearsal.example.Example.Attendance;
import org.equipoise.rehearsal.example.Example.Entry;
import org.equipoise.rehearsal.example.Example.Expectation;
import org.equipoise.rehearsal.example.Example.Leaving;
import org.equipoise.rehearsal.example.Example.Sheet;
import org.equipoise.rehearsal.example.Example.Stated;
import org.equipoise.rehearsal.example.Example.Verdict;

/// Makes one example of a tree that has the schema's shape and holds all it starts from.
final class ExampleReading {
    private final Study study;
    private final Design design;
    private final Findings findings;

    ExampleReading(Study study, Findings findings) {
        this.study = study;
        this.design = study.design();
        this.findings = findings;
    }

    /// @param own the file itself, which alone says what is expected
    /// @param whole the file with all it takes from others
    Optional<Example> example(Node own, Node whole) {
        Optional<LocalDate> consent = whole.find("consent").flatMap(this::day);
        if (consent.isEmpty() || !visitsFit(whole)) {
            return Optional.empty();
        }
        List<Attendance> visits = visits(whole, consent.get());
        LocalDate last = visits.isEmpty() ? consent.get() : visits.getLast().date();
        Optional<Leaving> leaving = whole.find("leaves")
                .map(node ->
                        new Leaving(day(node.get("date")).orElse(last), reason(node.text("reason")), node.place()));
        return Optional.of(new Example(
                own.text("id"),
                own.text("says"),
                own.get("id").place(),
                consent.get(),
                visits,
                log(whole, last),
                whole.texts("missed-doses").stream().map(Integer::valueOf).collect(Collectors.toSet()),
                leaving,
                expectation(own.get("expect"))));
    }

    /// Every visit is one of the schedule, and starts from an earlier one if from any.
    private boolean visitsFit(Node whole) {
        List<String> known = design.encounters().stream().map(Encounter::id).toList();
        boolean fit = true;
        for (Map.Entry<String, Node> visit : members(whole, "visits").entrySet()) {
            int place = known.indexOf(visit.getKey());
            if (place < 0) {
                unknown(visit.getValue(), visit.getKey(), known);
            }
            Optional<Node> like = visit.getValue().find("like");
            boolean earlier = like.isEmpty()
                    || known.subList(0, Math.max(0, place)).contains(like.get().text());
            if (place >= 0 && !earlier) {
                unknown(like.orElseThrow(), like.orElseThrow().text(), known.subList(0, place));
            }
            fit &= place >= 0 && earlier;
        }
        return fit;
    }

    private void unknown(Node node, String name, List<String> known) {
        findings.error(
                "unknown-encounter",
                node.place(),
                "'" + name + "' is no visit that can stand here",
                "an example is played along the schedule, and a visit can start only from an earlier one",
                NearestWord.to(name, known)
                        .map(nearest -> "Did you mean '" + nearest + "'?")
                        .orElse("Use one of: " + String.join(", ", known)));
    }

    /// In the order of the schedule; a visit without a date is on its planned day.
    private List<Attendance> visits(Node whole, LocalDate consent) {
        Map<String, Node> nodes = members(whole, "visits");
        LocalDate dayOne = Optional.ofNullable(
                        nodes.get(design.randomizationVisit().id()))
                .flatMap(visit -> visit.find("date"))
                .flatMap(this::day)
                .orElseGet(() -> consent.plusDays(firstDay()));
        List<Attendance> visits = new ArrayList<>();
        for (Encounter encounter : design.encounters()) {
            Node node = nodes.get(encounter.id());
            if (node != null) {
                LocalDate planned = encounter.isScreening() ? consent : encounter.planned(dayOne);
                visits.add(new Attendance(
                        encounter.id(),
                        node.find("date").flatMap(this::day).orElse(planned),
                        sheets(encounter, node, nodes),
                        node.place()));
            }
        }
        return visits;
    }

    private long firstDay() {
        return design.encounters().stream()
                .filter(Encounter::isScreening)
                .mapToLong(screening -> -screening.day())
                .findFirst()
                .orElse(0);
    }

    /// The forms of a visit in the order of the schedule.
    private List<Sheet> sheets(Encounter encounter, Node visit, Map<String, Node> nodes) {
        SequencedMap<String, Node> forms = forms(visit, nodes, encounter.forms());
        List<Sheet> sheets = new ArrayList<>();
        for (String form : encounter.forms()) {
            Node items = forms.remove(form);
            if (items != null) {
                sheets.add(sheet(form, items));
            }
        }
        forms.forEach((form, items) -> sheets.add(sheet(form, items)));
        return sheets;
    }

    /// What stands in the visit itself, over those forms of the visit it starts from that are due here too.
    private SequencedMap<String, Node> forms(Node visit, Map<String, Node> nodes, List<String> due) {
        SequencedMap<String, Node> forms = new LinkedHashMap<>();
        Optional<Node> other = visit.find("like").map(Node::text).map(nodes::get);
        other.ifPresent(from -> forms(from, nodes, due).forEach((form, items) -> {
            if (due.contains(form)) {
                forms.put(form, items);
            }
        }));
        members(visit, "forms").forEach((form, items) -> forms.merge(form, items, ExampleReader::merged));
        return forms;
    }

    private static Sheet sheet(String form, Node items) {
        List<ItemChange> entries = new ArrayList<>();
        items.members().forEach((item, value) -> {
            if (value instanceof Node.Scalar(var _, var kind, var text)) {
                if (kind != Node.Scalar.Kind.NOTHING) {
                    entries.add(new ItemChange(item, text, null));
                }
            } else {
                entries.add(new ItemChange(item, null, value.text("missing")));
            }
        });
        return new Sheet(form, entries, items.place());
    }

    /// An entry is written down on the last of its dates, or at the last visit where it has none.
    private List<Entry> log(Node whole, LocalDate lastVisit) {
        List<Entry> entries = new ArrayList<>();
        members(whole, "log").forEach((form, list) -> {
            for (Node node : list.elements()) {
                Sheet sheet = sheet(form, node);
                Optional<LocalDate> latest = study.form(form).stream()
                        .flatMap(found -> dates(found, sheet))
                        .max(LocalDate::compareTo);
                entries.add(new Entry(latest.orElse(lastVisit), sheet));
            }
        });
        return entries;
    }

    private static DispositionEvent.Reason reason(String word) {
        return DispositionEvent.Reason.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Stream<LocalDate> dates(Form form, Sheet sheet) {
        return sheet.entries().stream()
                .filter(entry -> form.item(entry.item())
                        .filter(item -> item.type() instanceof ItemType.Day)
                        .isPresent())
                .flatMap(entry -> Optional.ofNullable(entry.value()).flatMap(PartialDate::read).stream())
                .map(PartialDate::earliest);
    }

    private Expectation expectation(Node node) {
        SortedMap<String, SortedMap<String, Stated<Answer>>> endpoints = new TreeMap<>();
        members(node, "endpoints").forEach((endpoint, visits) -> {
            SortedMap<String, Stated<Answer>> answers = new TreeMap<>();
            visits.members()
                    .forEach((visit, answer) -> answers.put(visit, new Stated<>(answer(answer), answer.place())));
            endpoints.put(endpoint, answers);
        });
        Node eligibility = node.get("eligibility");
        return new Expectation(
                new Stated<>(verdict(eligibility), eligibility.place()),
                names(node, "queries"),
                names(node, "clocks"),
                names(node, "refusals"),
                endpoints);
    }

    private static Stated<List<String>> names(Node node, String key) {
        return new Stated<>(
                node.texts(key).stream().sorted().toList(),
                node.find(key).map(Node::place).orElse(node.place()));
    }

    private static Verdict verdict(Node node) {
        if (node instanceof Node.Scalar) {
            return new Verdict(Verdict.Kind.ELIGIBLE, List.of());
        }
        return node.find("not-met").isPresent()
                ? new Verdict(Verdict.Kind.NOT_MET, node.texts("not-met"))
                : new Verdict(
                        Verdict.Kind.UNKNOWN,
                        node.texts("unknown").stream().sorted().toList());
    }

    private static Answer answer(Node node) {
        if (node instanceof Node.Scalar(var _, var _, var text)) {
            return new Answer(text, Optional.empty());
        }
        Map.Entry<String, Node> only = node.members().firstEntry();
        return new Answer(
                only.getKey(),
                Optional.of(only.getValue().elements().stream()
                        .map(Node::text)
                        .sorted()
                        .toList()));
    }

    private Optional<LocalDate> day(Node node) {
        Optional<LocalDate> day = PartialDate.read(node.text())
                .filter(date -> date.earliest().equals(date.latest()))
                .map(PartialDate::earliest);
        if (day.isEmpty()) {
            findings.error(
                    "not-a-date",
                    node.place(),
                    "'" + node.text() + "' is not a day that exists",
                    "an example is played day by day",
                    "Write it as 2016-01-04");
        }
        return day;
    }

    private static SequencedMap<String, Node> members(Node node, String key) {
        return node.find(key).map(Node::members).orElseGet(LinkedHashMap::new);
    }
}
