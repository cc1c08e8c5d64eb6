package org.equipoise.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A version of a model never changes its answers: not with the machine, not with the number of threads, not by a
/// change of this code. A new digest is a new version.
class SameBytesTest {
    private static final int PEOPLE = 120;
    private static final LowDoseIl2 MODEL = new LowDoseIl2();

    @Test
    void the_same_people_give_the_same_bytes() throws Exception {
        String approved =
                Repository.table("low-dose-il2/answers.csv").getFirst().get("sha256");

        assertThat(digest(
                        IntStream.range(0, PEOPLE).mapToObj(SameBytesTest::life).toList()))
                .isEqualTo(approved);
        assertThat(digest(IntStream.range(0, PEOPLE)
                        .parallel()
                        .mapToObj(SameBytesTest::life)
                        .toList()))
                .isEqualTo(approved);
    }

    /// Everything that one person, with or without drug, can be seen to have at eleven looks.
    private static String life(int person) {
        Body body =
                People.underIl2(People.assuming("assessor_notices=0.5 assessor_bias=0.2 leaving_by_event=1"), person);
        StringBuilder text = new StringBuilder();
        for (int day : Cohort.DAYS) {
            for (String observable : MODEL.observables()) {
                text.append(observable).append(body.observe(observable, day)).append('\n');
            }
            text.append(body.inclinationToLeave(day)).append('\n');
            if (day < 84) {
                for (int dose = day; dose < day + 14 && day % 28 == 0; dose += 2) {
                    body.dose(dose + 0.25, person % 3 * 0.5e6);
                }
            }
        }
        return text.append(body.occurrences(0, 168)).toString();
    }

    private static String digest(List<String> lives) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        lives.forEach(life -> digest.update(life.getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
