package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

    @Test
    void the_index_names_every_folder_and_only_those() throws IOException {
        Path shelf = Path.of(
                System.getProperty("equipoise.root"), "instruments/src/main/resources/org/equipoise/instruments");
        try (Stream<Path> files = Files.walk(shelf)) {
            List<String> folders = files.filter(Files::isRegularFile)
                    .map(file -> shelf.relativize(file.getParent()).toString())
                    .filter(folder -> !folder.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(shelf.resolve("index.txt")))
                    .isNotEmpty()
                    .isEqualTo(folders);
        }
    }

    @Test
    void an_instrument_is_found_by_id_and_version_and_by_nothing_else() {
        assertThat(Instruments.find("sri-4", "1")).map(Instrument::id).hasValue("sri-4");
        assertThat(Instruments.find("sri-4", "2")).isEmpty();
        assertThat(Instruments.find("sri-9", "1")).isEmpty();
        assertThat(Instruments.ids()).doesNotHaveDuplicates().contains("sri-4", "ctcae-5");
    }

    @Test
    void every_instrument_says_where_it_comes_from_and_on_what_terms() {
        assertThat(Instruments.all()).isNotEmpty().allSatisfy(instrument -> {
            assertThat(instrument.title()).isNotBlank();
            assertThat(instrument.license()).isNotBlank();
            assertThat(instrument.sources()).isNotEmpty();
            assertThat(instrument.undecided()).isNotEmpty();
            assertThat(instrument.scores().values()).allSatisfy(InstrumentsTest::asksInWords);
        });
    }

    private static void asksInWords(Scoring scoring) {
        assertThat(scoring.inputs()).extracting(Input::key).doesNotHaveDuplicates();
        assertThat(scoring.inputs()).isNotEmpty().allSatisfy(InstrumentsTest::isInWords);
        if (scoring instanceof WeightedSum sum) {
            assertThat(sum.evidence()).extracting(Input::key).doesNotHaveDuplicates();
            assertThat(sum.evidence()).allSatisfy(InstrumentsTest::isInWords);
        }
    }

    private static void isInWords(Input input) {
        assertThat(input.definition()).isNotBlank();
        if (input instanceof Input.Number number) {
            assertThat(Unit.fault(number.unit().code())).isEmpty();
            assertThat(number.also().flatMap(also -> Unit.fault(also.unit().code())))
                    .isEmpty();
        }
    }

    @Test
    void what_grades_an_input_is_an_instrument() {
        assertThat(Instruments.all().stream()
                        .flatMap(instrument -> instrument.scores().values().stream())
                        .flatMap(scoring -> scoring.inputs().stream())
                        .flatMap(input -> input instanceof Input.Code code ? code.gradedBy().stream() : Stream.of()))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Instruments.ids()).contains(id));
    }

    @Test
    void only_typed_grades_are_marked_as_demonstration() {
        assertThat(Instruments.all())
                .filteredOn(instrument -> instrument.use().isPresent())
                .extracting(Instrument::id)
                .containsExactly("bilag-2004-typed-grades");
    }

    @Test
    void a_score_is_a_number_of_points_from_none_to_all() {
        Instrument instrument = Instruments.find("selena-sledai-hybrid", "1").orElseThrow();

        assertThat(instrument.onlyScore())
                .get()
                .isInstanceOfSatisfying(
                        WeightedSum.class,
                        sum -> assertThat(sum.type())
                                .isEqualTo(new ItemType.Amount(new Unit("{score}"), Span.between(0, 105))));
    }
}
