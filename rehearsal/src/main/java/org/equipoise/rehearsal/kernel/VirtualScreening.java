package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.YamlReader;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.course.Chances;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.course.Recruitment;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.statistics.random.Seed;

/// What the criteria make of people who come: each is judged for some virtual participants, and one that lets nobody
/// pass is found here, whatever may be thinkable.
public final class VirtualScreening {
    private static final int PEOPLE = 100;
    private static final String FILE = "eligibility.yaml";

    private final Study study;
    private final Places places;
    private final Person.Setting setting;
    private final Map<String, Integer> failed = new HashMap<>();
    private int seen;
    private int passed;

    private VirtualScreening(Study study, RehearsalPlan plan) {
        this.study = study;
        this.places = new Places(study);
        this.setting = new Person.Setting(places, plan, new Chances(Seed.of(1), 1), Map.of());
    }

    public static List<Finding> findings(Study study, RehearsalPlan plan) {
        VirtualScreening screening = new VirtualScreening(study, plan);
        Agenda agenda = new Agenda(ZoneOffset.of(study.sites().getFirst().utcOffset()));
        new Recruitment(screening.setting, study.sites().getFirst(), agenda, screening.new Clinic()).openTo(1);
        agenda.run();
        return screening.found();
    }

    private final class Clinic implements Recruitment.Clinic {
        @Override
        public int places() {
            return PEOPLE - seen;
        }

        @Override
        public boolean screen(Person person, LocalDate date) {
            return true;
        }

        @Override
        public void begin(Person person) {
            seen++;
            Chart chart = new Chart(places, person);
            chart.visited(places.encounter(Recruitment.screening(study.design()).id()), person.entered());
            chart.visited(places.dayOne(), person.dayOne());
            Eligibility eligibility = new Eligibility(places, chart, person.dayOne());
            chart.obtain();
            boolean all = true;
            for (Criterion criterion : study.criteria()) {
                if (eligibility.met(criterion) != Truth.TRUE) {
                    failed.merge(criterion.id(), 1, Integer::sum);
                    all = false;
                }
            }
            passed += all ? 1 : 0;
        }
    }

    private List<Finding> found() {
        Findings findings = new Findings();
        List<String> free = new ArrayList<>();
        for (Criterion criterion : study.criteria()) {
            int times = failed.getOrDefault(criterion.id(), 0);
            if (times == seen) {
                findings.warning(
                        "excludes-everyone",
                        place(criterion.id()),
                        "of " + seen + " virtual participants none passes criterion " + criterion.id(),
                        "a trial that nobody enters answers nothing; either the criterion or what the rehearsal assumes"
                                + " is wrong",
                        "Correct the criterion, or the assumption of rehearsal.yaml");
            } else if (times == 0) {
                free.add(criterion.id());
            }
        }
        if (!free.isEmpty()) {
            findings.information(
                    "excludes-nobody",
                    new Place(FILE, 0),
                    "of " + seen + " virtual participants none fails " + String.join(", ", free),
                    "a criterion that decides nothing costs an examination, unless it guards against what is rare",
                    "Keep those that guard safety, and ask whether the others are needed");
        }
        if (passed == 0
                && findings.inOrder().stream().noneMatch(each -> each.id().equals("excludes-everyone"))) {
            findings.warning(
                    "excludes-everyone",
                    new Place(FILE, 0),
                    "of " + seen + " virtual participants none passes all criteria",
                    "a trial that nobody enters answers nothing",
                    "Look at the criteria together");
        }
        return findings.inOrder();
    }

    private Place place(String criterion) {
        Optional<Node> tree = study.folder().file(FILE).flatMap(bytes -> YamlReader.read(FILE, bytes, new Findings()));
        return tree.stream()
                .flatMap(node -> node.list("criteria").stream())
                .filter(node -> node.text("id").equals(criterion))
                .map(node -> node.get("holds").place())
                .findFirst()
                .orElse(new Place(FILE, 0));
    }
}
