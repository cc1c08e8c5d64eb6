package org.equipoise.rehearsal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);

    private final Agenda agenda = new Agenda(ZoneOffset.ofHours(8));
    private final List<String> happened = new ArrayList<>();

    @Test
    void things_happen_in_the_order_of_time_then_participant_then_entry() {
        agenda.enter(NINE.plusHours(1), 1, () -> happened.add("later"));
        agenda.enter(NINE, 2, () -> happened.add("second person"));
        agenda.enter(NINE, 1, () -> happened.add("first person"));
        agenda.enter(NINE, 1, () -> happened.add("first person again"));
        agenda.run();

        assertThat(happened).containsExactly("first person", "first person again", "second person", "later");
    }

    @Test
    void what_happens_may_enter_more() {
        agenda.enter(NINE, 1, () -> agenda.enter(NINE.plusDays(1), 1, () -> happened.add("next day")));
        agenda.run();

        assertThat(happened).containsExactly("next day");
    }

    @Test
    void the_clock_shows_the_local_hour_in_utc_and_never_goes_back() {
        List<Long> times = new ArrayList<>();
        agenda.enter(NINE, 1, () -> {
            times.add(agenda.microseconds());
            agenda.spend(3600);
        });
        agenda.enter(NINE.plusMinutes(1), 1, () -> times.add(agenda.microseconds()));
        agenda.run();

        long oneInTheMorningUtc = NINE.minusHours(8).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
        assertThat(times).containsExactly(oneInTheMorningUtc, oneInTheMorningUtc + 3_600_000_000L);
    }
}
