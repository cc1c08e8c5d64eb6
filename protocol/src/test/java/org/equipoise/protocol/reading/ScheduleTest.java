package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The arithmetic of study days, windows and doses, against tables that `src/test/schedule/schedule.py` counted out.
class ScheduleTest {
    private static final Path TABLES = Path.of(System.getProperty("equipoise.root"), "protocol/src/test/schedule");
    private static final Design DESIGN = Example.base().study().design();

    static List<String[]> days() {
        return rows("days.csv");
    }

    static List<String[]> windows() {
        return rows("windows.csv");
    }

    static List<String[]> doses() {
        return rows("doses.csv");
    }

    @ParameterizedTest(name = "day {1} counted from {0} is {2}")
    @MethodSource("days")
    void a_study_day_has_its_date(String dayOne, int day, LocalDate date) {
        assertThat(visit(day).planned(LocalDate.parse(dayOne))).isEqualTo(date);
    }

    @Test
    void no_date_is_without_a_day_and_none_has_two_because_there_is_no_day_0() {
        LocalDate dayOne = LocalDate.parse(days().getFirst()[0]);
        List<LocalDate> dates = IntStream.rangeClosed(-400, 400)
                .filter(day -> day != 0)
                .mapToObj(day -> visit(day).planned(dayOne))
                .toList();
        assertThat(dates)
                .isEqualTo(
                        dates.getFirst().datesUntil(dates.getLast().plusDays(1)).toList());
    }

    @ParameterizedTest(name = "{1} counted from {0}")
    @MethodSource("windows")
    void a_visit_is_planned_in_its_window(
            LocalDate dayOne, String id, LocalDate earliest, LocalDate planned, LocalDate latest) {
        Encounter visit = DESIGN.encounter(id).orElseThrow();
        assertThat(visit.planned(dayOne)).isEqualTo(planned);
        assertThat(visit.planned(dayOne).minusDays(visit.before())).isEqualTo(earliest);
        assertThat(visit.planned(dayOne).plusDays(visit.after())).isEqualTo(latest);
        assertThat(visit.isScreening()).isEqualTo(latest.isBefore(dayOne));
    }

    @ParameterizedTest(name = "dose {0}: cycle {1}, study day {3}")
    @MethodSource("doses")
    void a_dose_belongs_to_a_cycle_and_is_due_on_a_date(
            int dose, int cycle, int into, int day, LocalDate dayOne, LocalDate date) {
        Encounter dispensing = DESIGN.dispensing().get(DESIGN.cycleOf(dose));
        assertThat(DESIGN.cycleOf(dose)).isEqualTo(cycle);
        assertThat(DESIGN.daysIntoCycle(dose)).isEqualTo(into);
        assertThat(dispensing.day() + DESIGN.daysIntoCycle(dose)).isEqualTo(day);
        assertThat(dispensing.planned(dayOne).plusDays(DESIGN.daysIntoCycle(dose)))
                .isEqualTo(date);
    }

    @Test
    void the_doses_are_as_many_as_the_table_has() {
        assertThat(DESIGN.doses()).isEqualTo(doses().size());
    }

    @Test
    void the_first_dose_is_on_the_day_of_randomisation() {
        assertThat(DESIGN.randomizationVisit()).isEqualTo(DESIGN.dispensing().getFirst());
        assertThat(DESIGN.daysIntoCycle(1)).isZero();
    }

    private static Encounter visit(int day) {
        return new Encounter("V", new Label(Map.of("en", "Visit")), day, 0, 0, List.of(), Set.of(), false);
    }

    private static List<String[]> rows(String table) {
        try {
            return Files.readAllLines(TABLES.resolve(table)).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
