package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The test vectors of every instrument, and that no item or component is without its own.
class VectorsTest {
    static final List<Instrument> INSTRUMENTS = Instruments.all();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.equipoise.instruments.Vector#ofAll")
    void every_vector_comes_out_as_expected(Vector vector) {
        assertThat(vector.found()).isEqualTo(vector.expected());
        assertThat(vector.strayKeys()).as("names the instrument does not have").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void every_item_has_a_vector_with_it_alone_present_and_one_with_it_alone_absent(Case item) {
        assertThat(Vector.of(item.instrument()))
                .as("only item answered 'yes'")
                .anyMatch(vector -> item.alone(vector, "yes", "no"))
                .as("only item answered 'no'")
                .anyMatch(vector -> item.alone(vector, "no", "yes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void every_component_has_a_vector_that_it_alone_fails_and_one_where_it_alone_is_missing(Case component) {
        assertThat(Vector.of(component.instrument()).map(Vector::expected))
                .contains("non-responder(" + component.key() + ")", "not-evaluable(" + component.key() + ")");
    }

    @ParameterizedTest
    @FieldSource("INSTRUMENTS")
    void titles_are_told_apart(Instrument instrument) {
        assertThat(Vector.of(instrument).map(Vector::toString)).isNotEmpty().doesNotHaveDuplicates();
    }

    /// An item or component that needs vectors of its own.
    record Case(Instrument instrument, String key) {

        boolean alone(Vector vector, String own, String others) {
            return instrument.inputs().stream()
                    .allMatch(input ->
                            code(vector, input.key()).equals(input.key().equals(key) ? own : others));
        }

        private static String code(Vector vector, String key) {
            return vector.atVisit(key) instanceof Answer.Known(Value.Code(var code)) ? code : "";
        }

        @Override
        public String toString() {
            return instrument.id() + "/" + instrument.version() + " " + key;
        }
    }

    static Stream<Case> items() {
        return INSTRUMENTS.stream()
                .filter(instrument -> instrument.scoring() instanceof WeightedSum)
                .flatMap(instrument -> instrument.inputs().stream().map(item -> new Case(instrument, item.key())));
    }

    static Stream<Case> components() {
        return INSTRUMENTS.stream()
                .flatMap(instrument -> instrument.scoring() instanceof CompositeResponse composite
                        ? composite.components().stream().map(component -> new Case(instrument, component.id()))
                        : Stream.of());
    }
}
