package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The test vectors of every instrument, and that nothing that an instrument says is without its own. What a variant
/// shares with its original is proved there.
class VectorsTest {
    static final List<Instrument> INSTRUMENTS = Instruments.all();

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.equipoise.instruments.Vector#ofAll")
    void every_vector_comes_out_as_expected(Vector vector) {
        assertThat(vector.found()).isEqualTo(vector.expected());
        assertThat(vector.strayKeys()).as("names the instrument does not have").isEmpty();
        assertThat(vector.source()).as("whence").isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.equipoise.instruments.Proposal#ofAll")
    void every_proposal_comes_out_as_expected(Proposal proposal) {
        assertThat(proposal.found()).isEqualTo(proposal.expected());
        assertThat(proposal.source()).as("whence").isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void every_item_has_a_vector_for_each_of_its_answers(ItemCase item) {
        assertThat(item.sum().answers().keySet())
                .allSatisfy(answer -> assertThat(Vector.of(item.instrument()))
                        .anyMatch(vector ->
                                vector.atVisit(item.item().key()).equals(new Answer.Known(new Value.Code(answer)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void every_item_has_a_vector_with_it_alone_worth_something(ItemCase item) {
        assertThat(Vector.of(item.instrument())).anyMatch(item::alone);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proposedItems")
    void every_proposed_item_has_a_vector_that_proposes_it_and_one_that_does_not(ItemCase item) {
        assertThat(Proposal.of(item.instrument())
                        .filter(proposal -> proposal.key().equals(item.item().key()))
                        .map(Proposal::expected))
                .contains("TRUE", "FALSE");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void every_component_has_a_vector_that_it_alone_fails_and_one_where_it_alone_is_missing(ComponentCase component) {
        String name = component.component().id();
        assertThat(Vector.of(component.instrument()).map(Vector::expected))
                .contains("responder", "non-responder(" + name + ")", "not-evaluable(" + name + ")");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gradings")
    void every_grade_has_a_vector_and_so_has_none(GradingCase grading) {
        int worst = grading.grading().type().possible().high().intValueExact();
        List<String> found = Vector.of(grading.instrument())
                .filter(vector -> vector.score().equals(grading.name()))
                .map(Vector::expected)
                .toList();
        for (int grade = 0; grade <= worst; grade++) {
            if (grade == 0 || grading.gives(grade)) {
                assertThat(found).as("grade %d", grade).contains(Integer.toString(grade));
            }
        }
        assertThat(found).as("a grade that is open").anyMatch(expected -> expected.startsWith("["));
    }

    @ParameterizedTest
    @FieldSource("INSTRUMENTS")
    void every_score_has_vectors_and_their_titles_are_told_apart(Instrument instrument) {
        assertThat(Vector.of(instrument).map(Vector::score))
                .containsAll(instrument.scores().keySet());
        assertThat(Vector.of(instrument).map(Vector::toString)).isNotEmpty().doesNotHaveDuplicates();
    }

    record ItemCase(Instrument instrument, WeightedSum sum, WeightedSum.Item item) {
        boolean alone(Vector vector) {
            return sum.items().stream()
                    .allMatch(each -> each.key().equals(item.key()) == (worth(vector.atVisit(each.key())) > 0));
        }

        private int worth(Answer answer) {
            return answer instanceof Answer.Known(Value.Code(var code))
                    ? sum.answers().getOrDefault(code, 0)
                    : 0;
        }

        @Override
        public String toString() {
            return instrument.id() + "/" + instrument.version() + " " + item.key();
        }
    }

    record ComponentCase(Instrument instrument, Component component) {
        @Override
        public String toString() {
            return instrument.id() + "/" + instrument.version() + " " + component.id();
        }
    }

    record GradingCase(Instrument instrument, String name, GradedThresholds grading) {
        boolean gives(int grade) {
            return grading.ladders().stream()
                    .flatMap(ladder -> Stream.of(ladder.below(), ladder.above(), ladder.atLeast()))
                    .flatMap(Optional::stream)
                    .anyMatch(thresholds -> thresholds.containsKey(grade));
        }

        @Override
        public String toString() {
            return instrument.id() + "/" + instrument.version() + " " + name;
        }
    }

    static Stream<ItemCase> items() {
        return INSTRUMENTS.stream().flatMap(VectorsTest::items);
    }

    static Stream<ItemCase> proposedItems() {
        return items().filter(item -> item.item().proposed().isPresent())
                .filter(item -> originals(item.instrument(), WeightedSum.class)
                        .flatMap(other -> other.items().stream())
                        .noneMatch(other -> other.key().equals(item.item().key())
                                && other.proposed().equals(item.item().proposed())));
    }

    private static Stream<ItemCase> items(Instrument instrument) {
        return scores(instrument, WeightedSum.class)
                .flatMap(sum -> sum.items().stream()
                        .filter(item -> originals(instrument, WeightedSum.class)
                                .noneMatch(other -> other.items().contains(item)))
                        .map(item -> new ItemCase(instrument, sum, item)));
    }

    static Stream<ComponentCase> components() {
        return INSTRUMENTS.stream()
                .flatMap(instrument -> scores(instrument, CompositeResponse.class)
                        .flatMap(composite -> composite.components().stream())
                        .filter(component -> originals(instrument, CompositeResponse.class)
                                .noneMatch(other -> other.components().contains(component)))
                        .map(component -> new ComponentCase(instrument, component)));
    }

    static Stream<GradingCase> gradings() {
        return INSTRUMENTS.stream()
                .flatMap(instrument -> instrument.scores().entrySet().stream()
                        .filter(score -> score.getValue() instanceof GradedThresholds)
                        .map(score ->
                                new GradingCase(instrument, score.getKey(), (GradedThresholds) score.getValue())));
    }

    private static <T extends Scoring> Stream<T> scores(Instrument instrument, Class<T> kind) {
        return instrument.scores().values().stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The scores of the instrument that this one is a variant of.
    private static <T extends Scoring> Stream<T> originals(Instrument instrument, Class<T> kind) {
        return INSTRUMENTS.stream()
                .filter(other -> instrument.variantOf().equals(Optional.of(other.id() + "/" + other.version())))
                .flatMap(other -> scores(other, kind));
    }
}
