package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;

/// The fast derivation and the slow, obvious one agree on random journals.
class RereadingTest {
    private static final int JOURNALS = 40;

    private static void agree(Study study, long seed) {
        Chronicle chronicle = RandomJournal.of(seed, study);
        Datasets fast = Datasets.of(study, chronicle.events(), new TreatmentView.Blinded());
        Rereading slow = new Rereading(study, chronicle.events());
        assertThat(fast.visits().rows()).as("visits of journal %d", seed).isEqualTo(slow.visits());
        assertThat(fast.items().rows()).as("items of journal %d", seed).isEqualTo(slow.items());
        List<Row> expected = slow.endpoints();
        List<Row> found = fast.endpoints().rows();
        assertThat(found).as("endpoints of journal %d", seed).hasSameSizeAs(expected);
        for (int place = 0; place < found.size(); place++) {
            assertThat(found.get(place)).as("row %d of journal %d", place, seed).isEqualTo(expected.get(place));
        }
    }

    @Test
    void both_derivations_agree_on_the_lupus_study() {
        for (long seed = 1; seed <= JOURNALS; seed++) {
            agree(Studies.LUPUS, seed);
        }
    }

    @Test
    void both_derivations_agree_on_the_pressure_study() {
        for (long seed = 1; seed <= JOURNALS; seed++) {
            agree(Studies.PRESSURE, seed);
        }
    }

    @Test
    void the_journals_hold_what_derivations_could_get_wrong() {
        List<Optional<String>> responses = LongStream.rangeClosed(1, JOURNALS)
                .mapToObj(seed -> RandomJournal.of(seed, Studies.LUPUS))
                .flatMap(journal ->
                        Datasets.of(Studies.LUPUS, journal.events(), new TreatmentView.Blinded())
                                .endpoints()
                                .rows()
                                .stream())
                .map(row -> row.values().get(3))
                .distinct()
                .toList();
        assertThat(responses).contains(Optional.of("non-responder"), Optional.of("not-evaluable"));
    }

    @Test
    void one_journal_gives_one_set_of_bytes() {
        Chronicle chronicle = RandomJournal.of(7, Studies.LUPUS);
        Datasets once = Datasets.of(Studies.LUPUS, chronicle.events(), new TreatmentView.Blinded());
        Datasets again = Datasets.of(Studies.LUPUS, chronicle.events(), new TreatmentView.Blinded());
        assertThat(again.all().stream().map(Csv::write).toList())
                .usingElementComparator(Arrays::compare)
                .isEqualTo(once.all().stream().map(Csv::write).toList());
    }
}
