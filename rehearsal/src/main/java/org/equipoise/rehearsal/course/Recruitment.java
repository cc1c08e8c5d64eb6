package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Site;
import org.equipoise.rehearsal.clock.Agenda;

/// People come to a site at random times, so many a week on average, until everybody is randomised. Nobody is screened
/// while those in screening would fill the places left.
public final class Recruitment {
    /// So many numbers are kept for the persons of each site.
    public static final long PEOPLE_A_SITE = 1_000_000;

    private final Person.Setting setting;
    private final Design design;
    private final Site site;
    private final Agenda agenda;
    private final Clinic clinic;
    private final Encounter screening;
    private int inScreening;

    /// Who sees the people that come.
    public interface Clinic {
        /// How many are still to be randomised.
        int places();

        /// Takes someone in and sees them at the screening visit; whether they entered.
        boolean screen(Person person, LocalDate date);

        /// Decides on day 1, and goes on with whoever is randomised.
        void begin(Person person);
    }

    public Recruitment(Person.Setting setting, Site site, Agenda agenda, Clinic clinic) {
        this.setting = setting;
        this.design = setting.places().design();
        this.site = site;
        this.agenda = agenda;
        this.clinic = clinic;
        this.screening = screening(design);
    }

    /// The first visit: of screening, or of day 1 where there is none before.
    public static Encounter screening(Design design) {
        return design.encounters().stream()
                .filter(Encounter::isScreening)
                .findFirst()
                .orElseGet(design::randomizationVisit);
    }

    public void openTo(long firstPerson) {
        arrive(firstPerson, setting.plan().start().atTime(Life.VISITING_HOUR));
    }

    private void arrive(long number, LocalDateTime time) {
        agenda.enter(time, number, () -> {
            int places = clinic.places();
            if (inScreening < places) {
                screen(number, time.toLocalDate());
            }
            if (places > 0) {
                double perWeek = setting.plan().at(site.id()).participants().perWeek();
                double days = setting.chances().stream(number, "arrival", 0).exponential(7 / perWeek);
                arrive(number + 1, time.toLocalDate().plusDays(Math.round(days)).atTime(Life.VISITING_HOUR));
            }
        });
    }

    private void screen(long number, LocalDate date) {
        LocalDate dayOne = date.plusDays(Math.abs((long) screening.day()));
        Person person = new Person(setting, site.id(), number, date, dayOne);
        person.attends(screening, date);
        if (clinic.screen(person, date)) {
            inScreening++;
            agenda.enter(dayOne.atTime(Life.VISITING_HOUR), number, () -> {
                person.attends(design.randomizationVisit(), dayOne);
                clinic.begin(person);
                inScreening--;
            });
        }
    }
}
