package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.course.Life;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.course.Recruitment;
import org.equipoise.rehearsal.course.Step;
import org.equipoise.rehearsal.trial.TrialFigures;

/// One trial without its record: the same people come on the same days and live the same lives, and what would stand on
/// their forms is worked out where it is needed.
public final class KernelTrial {
    private final Places places;
    private final Person.Setting setting;
    private final Lots lots;
    private final List<Followed> randomized = new ArrayList<>();

    /// What the trial draws from instead of the locked room: the list of its arm codes, and what a code is worth.
    ///
    /// @param next the code of the next participant in a stratum
    /// @param effects what one dose of each code is worth to the body
    /// @param backgrounds parameters of the bodies that happen to be allocated to a code
    public record Lots(
            Function<String, ArmCode> next,
            Map<ArmCode, Double> effects,
            Map<ArmCode, Map<String, Double>> backgrounds) {}

    public KernelTrial(Person.Setting setting, Lots lots) {
        this.places = setting.places();
        this.setting = setting;
        this.lots = lots;
    }

    /// Whether the kernel knows how an analysis is computed.
    public static boolean answers(Analysis analysis) {
        return Question.isAnswered(analysis);
    }

    /// Everyone randomised, in the order of randomisation, each followed to the end.
    public List<Followed> run() {
        Agenda agenda =
                new Agenda(ZoneOffset.of(places.study().sites().getFirst().utcOffset()));
        long firstPerson = 1;
        for (Site site : places.study().sites()) {
            new Recruitment(setting, site, agenda, new Clinic(site)).openTo(firstPerson);
            firstPerson += Recruitment.PEOPLE_A_SITE;
        }
        agenda.run();
        return List.copyOf(randomized);
    }

    /// The primary analyses, arms revealed.
    public TrialFigures figures(Map<ArmCode, String> revealed) {
        List<TrialFigures.ArmFigure> arms = new ArrayList<>();
        List<TrialFigures.ContrastFigure> contrasts = new ArrayList<>();
        for (Analysis analysis : places.study().plan().primary()) {
            for (String at : analysis.at()) {
                new Question(places, analysis, at).ask(randomized, revealed, arms, contrasts);
            }
        }
        return new TrialFigures(arms, contrasts);
    }

    private Design design() {
        return places.study().design();
    }

    private final class Clinic implements Recruitment.Clinic {
        private final Site site;
        private final Map<Long, ParticipantId> ids = new HashMap<>();

        Clinic(Site site) {
            this.site = site;
        }

        @Override
        public int places() {
            return design().randomization().participants() - randomized.size();
        }

        @Override
        public boolean screen(Person person, LocalDate date) {
            String id = String.format(Locale.ROOT, "%s-%04d", site.id(), ids.size() + 1);
            ids.put(person.number(), new ParticipantId(id));
            return true;
        }

        @Override
        public void begin(Person person) {
            Chart chart = new Chart(places, person);
            int screening = places.encounter(Recruitment.screening(design()).id());
            chart.visited(screening, person.entered());
            chart.visited(places.dayOne(), person.dayOne());
            Optional<String> stratum =
                    places() > 0 ? new Eligibility(places, chart, person.dayOne()).stratum() : Optional.empty();
            chart.decided();
            stratum.ifPresent(name -> {
                ParticipantId id = ids.getOrDefault(person.number(), new ParticipantId("?"));
                follow(new Followed(places, id, name, lots.next().apply(name), chart), person);
            });
        }
    }

    private void follow(Followed participant, Person person) {
        randomized.add(participant);
        person.turnsOut(lots.backgrounds().getOrDefault(participant.code(), Map.of()));
        double effect = lots.effects().getOrDefault(participant.code(), 0.0);
        Life life = new Life(person);
        while (life.nextAt().isPresent()) {
            live(participant, person, effect, life.next());
        }
        participant.chart().close();
    }

    private void live(Followed participant, Person person, double effect, Step step) {
        switch (step) {
            case Step.Visit(var _, var encounter) -> participant.visited(encounter, step.date());
            case Step.Dose _ -> {
                person.take(step.date(), effect);
                participant.dosed();
            }
            case Step.Leave(var _, var reason) -> participant.ended(step.date(), "discontinued", reason.word());
            case Step.Complete _ -> participant.ended(step.date(), "completed", "");
            case Step.MissedVisit _, Step.Results _, Step.MissedDose _ -> {}
        }
    }
}
