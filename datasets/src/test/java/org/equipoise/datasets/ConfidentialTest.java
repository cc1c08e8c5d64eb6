package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;

/// What tables hold of people's own words and of who they are: told, withheld or erased.
class ConfidentialTest {
    private static final Study STUDY = Studies.PRESSURE;

    private final Chronicle chronicle = new Chronicle()
            .consent("A-0001", "2026-03-02")
            .visit("A-0001", "SCR", "2026-03-02", true)
            .said("A-0001", "SCR", "entry", "remark", "keeps bees")
            .said("A-0001", FormEvent.LOG, "contact", "initials", "A. L.")
            .withdrawn("A-0001", "2026-03-07", "she moves away");

    private Datasets read(TextReader texts) {
        return Datasets.of(List.of(STUDY), chronicle.events(), new TreatmentView.Blinded(), texts);
    }

    @Test
    void with_the_keys_words_are_told() {
        Datasets told = read(TextReader.with(chronicle.keys()));
        assertThat(Printed.rows(told.items())).isEqualTo("""
                A-0001 | SCR | entry | remark | keeps bees | . | . [3.1]
                """);
        assertThat(Printed.rows(told.participants())).contains("| consent-withdrawn | 2026-03-07 | . | she moves away");
    }

    @Test
    void without_keys_they_are_withheld() {
        Datasets withheld = read(TextReader.WITHOUT_KEYS);
        assertThat(Printed.rows(withheld.items())).isEqualTo("""
                A-0001 | SCR | entry | remark | . | . | withheld [3.1]
                """);
        assertThat(Printed.rows(withheld.participants())).contains("| . | (withheld)");
        assertThat(Datasets.of(STUDY, chronicle.events(), new TreatmentView.Blinded())
                        .all())
                .isEqualTo(withheld.all());
    }

    @Test
    void when_the_key_is_gone_they_are_erased_and_nothing_else_is() {
        List<Dataset> before = read(TextReader.with(chronicle.keys())).all();
        chronicle.keys().erase(new ParticipantId("A-0001"));
        chronicle.add(new PersonErased(new ParticipantId("A-0001"), Ground.REQUESTED));
        Datasets erased = read(TextReader.with(chronicle.keys()));

        assertThat(Printed.rows(erased.items())).isEqualTo("""
                A-0001 | SCR | entry | remark | . | . | erased [3.1]
                """);
        assertThat(Printed.rows(erased.participants())).contains("| . | (erased)");
        assertThat(erased.all()).hasSameSizeAs(before);
        assertThat(erased.visits()).isEqualTo(before.get(2));
    }

    @Test
    void who_they_are_is_in_no_table_and_read_by_the_sites_staff_alone() {
        TextReader texts = TextReader.with(chronicle.keys());
        assertThat(read(texts).all().toString()).doesNotContain("A. L.").doesNotContain("initials");
        for (String role : List.of("coordinator", "investigator")) {
            assertThat(readBy(role, texts)).contains("A. L.");
            assertThat(readBy(role, TextReader.WITHOUT_KEYS))
                    .doesNotContain("A. L.")
                    .contains("initials");
        }
        for (String role : List.of("assessor", "pharmacist", "monitor", "statistician", "sponsor")) {
            assertThat(readBy(role, texts))
                    .doesNotContain("A. L.")
                    .doesNotContain("initials")
                    .contains("keeps bees");
        }
    }

    private String readBy(String role, TextReader texts) {
        return Datasets.readBy(role, List.of(STUDY), chronicle.events(), new TreatmentView.Blinded(), texts)
                .toString();
    }
}
