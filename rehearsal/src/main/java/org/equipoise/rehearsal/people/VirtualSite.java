package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.Participant;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.course.Life;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Recruitment;
import org.equipoise.rehearsal.course.Step;
import org.equipoise.statistics.random.RandomStream;

/// The staff of a site and the people who come to it. Everything they do goes through conduct's commands, and when they
/// are refused they do what people do: look again, ask for what is missing, or stop.
public final class VirtualSite implements Recruitment.Clinic {
    private final World world;
    private final Design design;
    private final Site site;
    private final Sequencer sequencer;
    private final Agenda agenda;
    private final Staff staff;
    private final Map<Long, VirtualParticipant> inScreening = new HashMap<>();

    public VirtualSite(World world, Site site, Sequencer sequencer, Agenda agenda, Cleaning cleaning) {
        this.world = world;
        this.design = world.study().design();
        this.site = site;
        this.sequencer = sequencer;
        this.agenda = agenda;
        Door door = new Door(sequencer, agenda, world, cleaning);
        this.staff = new Staff(door, new Writers(world.setting().places(), door, cleaning));
    }

    public void openTo(long firstPerson) {
        new Recruitment(world.setting(), site, agenda, this).openTo(firstPerson);
    }

    @Override
    public int places() {
        return design.randomization().participants() - sequencer.state().randomized();
    }

    @Override
    public boolean screen(Person person, LocalDate date) {
        Optional<VirtualParticipant> entered = staff.consent(site, person, date);
        entered.ifPresent(participant -> {
            inScreening.put(person.number(), participant);
            staff.attend(participant, Recruitment.screening(design), date);
            agenda.enter(
                    date.atTime(Life.RESULTS_HOUR),
                    person.number(),
                    () -> staff.enterResults(participant, Recruitment.screening(design)));
        });
        return entered.isPresent();
    }

    /// Day 1: the visit, the decision on eligibility, randomisation and the first kit.
    @Override
    public void begin(Person person) {
        VirtualParticipant participant = Objects.requireNonNull(inScreening.remove(person.number()));
        LocalDate today = person.dayOne();
        Encounter dayOne = design.randomizationVisit();
        if (!Recruitment.screening(design).equals(dayOne)) {
            staff.attend(participant, dayOne, today);
        }
        if (!staff.randomize(participant, today)) {
            letGo(participant, today);
            return;
        }
        dispenseIfDue(participant, dayOne, today);
        goOn(participant, new Life(person));
    }

    /// Someone who cannot be randomised and whose screening did not fail goes home.
    private void letGo(VirtualParticipant participant, LocalDate today) {
        boolean waiting =
                sequencer.state().participant(participant.id()).stream().noneMatch(Participant.Ended.class::isInstance);
        if (waiting) {
            staff.withdraw(participant, today, "randomisation was not possible");
        }
    }

    private void goOn(VirtualParticipant participant, Life life) {
        life.nextAt()
                .ifPresent(time -> agenda.enter(time, participant.person().number(), () -> {
                    live(participant, life.next());
                    goOn(participant, life);
                }));
    }

    private void live(VirtualParticipant participant, Step step) {
        switch (step) {
            case Step.Visit(var _, var encounter) -> {
                staff.attend(participant, encounter, step.date());
                dispenseIfDue(participant, encounter, step.date());
            }
            case Step.MissedVisit _ -> {}
            case Step.Results(var _, var encounter) -> staff.enterResults(participant, encounter);
            case Step.Dose(var _, var dose) -> {
                if (staff.give(participant, dose, step.date())) {
                    participant.take(design.cycleOf(dose), step.date(), world);
                }
            }
            case Step.MissedDose(var _, var dose, var reason) -> staff.miss(participant, dose, reason);
            case Step.Leave(var _, var reason) -> {
                takeBack(participant, step.date());
                staff.discontinue(participant, step.date(), reason);
            }
            case Step.Complete _ -> {
                takeBack(participant, step.date());
                staff.complete(participant, step.date());
            }
        }
    }

    private void dispenseIfDue(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        int cycle = world.setting().places().cycle(encounter);
        if (cycle < 0) {
            return;
        }
        takeBack(participant, date);
        staff.dispense(participant, encounter, date)
                .map(kit -> whole(participant, encounter, date, kit))
                .ifPresent(kit -> participant.receive(cycle, kit, world));
    }

    /// The kit, or another where it cannot be used.
    private KitNumber whole(VirtualParticipant participant, Encounter encounter, LocalDate date, KitNumber kit) {
        double broken =
                design.supply().isPresent() ? world.setting().plan().transport().broken() : 0;
        if (!draw(participant, "broken kit", encounter.day()).bernoulli(broken)) {
            return kit;
        }
        Optional<KitNumber> other = staff.replace(participant, encounter, date);
        other.ifPresent(_ -> staff.takeBack(
                participant, kit, date, design.regimen().doseDays().size()));
        return other.orElse(kit);
    }

    /// What participants have at home is taken back, or they do not bring it.
    private void takeBack(VirtualParticipant participant, LocalDate date) {
        if (design.supply().isEmpty()) {
            return;
        }
        int doses = design.regimen().doseDays().size();
        double kept = world.setting().plan().transport().kept();
        participant.bringBack().forEach((kit, taken) -> {
            if (draw(participant, "kept kit", date.toEpochDay()).bernoulli(kept)) {
                staff.miss(participant, site.id(), kit, date);
            } else {
                staff.takeBack(participant, kit, date, doses - taken);
            }
        });
    }

    private RandomStream draw(VirtualParticipant participant, String purpose, long occasion) {
        return world.setting().chances().stream(participant.person().number(), purpose, occasion);
    }
}
