package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.equipoise.protocol.amendment.Amendment;
import org.equipoise.protocol.amendment.Amendment.Consequence;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is said of an amendment: cases as data, and the cases of the protocol hash, for what the hash notices is what
/// the trial is run by.
class AmendmentTest {
    private static final Path TESTS = Path.of(System.getProperty("equipoise.root"), "protocol/src/test");

    @TestFactory
    Stream<DynamicTest> every_change_is_told_with_what_follows_from_it() {
        return tests("amendments", example -> {
            Amendment amendment = amendment(example);
            assertThat(amendment.changes().stream()
                            .map(change -> change.subject().words() + ": " + change.sentence()))
                    .containsExactlyElementsOf(example.says().texts("changes"));
            assertThat(amendment.consent().stream().map(Consequence::who))
                    .containsExactlyElementsOf(example.says().texts("consent"));
            assertThat(amendment.migrations().stream().map(Consequence::what))
                    .containsExactlyElementsOf(example.says().texts("migrations"));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_the_protocol_hash_notices_is_told_as_touching_the_trial() {
        return tests(
                "conduct/another",
                example -> assertThat(amendment(example).touchesConduct()).isTrue());
    }

    @TestFactory
    Stream<DynamicTest> what_the_protocol_hash_does_not_notice_is_told_as_leaving_the_trial_alone() {
        return tests(
                "conduct/same",
                example -> assertThat(amendment(example).touchesConduct()).isFalse());
    }

    private static Stream<DynamicTest> tests(String folder, Consumer<Example> test) {
        List<Example> examples = Example.below(TESTS.resolve(folder));
        assertThat(examples).isNotEmpty();
        return examples.stream().map(example -> DynamicTest.dynamicTest(example.name(), () -> test.accept(example)));
    }

    private static Amendment amendment(Example example) {
        return Amendment.between(
                new StudyFolder("before", Map.copyOf(Example.base().files())),
                new StudyFolder("after", Map.copyOf(example.files())));
    }
}
