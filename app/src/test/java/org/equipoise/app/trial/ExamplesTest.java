package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.app.staging.ExampleTrials;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.rehearsal.example.Example;
import org.equipoise.rehearsal.example.ExampleReader;
import org.equipoise.rehearsal.example.Examples;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The example participants of every study come out as their authors say.
class ExamplesTest {

    @TestFactory
    Stream<DynamicNode> everyone_comes_out_as_their_author_says() throws IOException {
        try (Stream<Path> folders = Files.list(TestStudies.TRIALS)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream().map(ExamplesTest::examples);
        }
    }

    private static DynamicNode examples(Path folder) {
        Study study = TestStudies.study(folder.getFileName().toString());
        ExampleReader.Reading reading = ExampleReader.read(study);
        Stream<DynamicTest> each = reading.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.id() + ": " + example.says(),
                        () -> assertThat(differences(study, example)).isEmpty()));
        DynamicTest read = DynamicTest.dynamicTest("the files can be read, and there are some", () -> {
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.examples()).isNotEmpty();
        });
        return DynamicContainer.dynamicContainer(study.id(), Stream.concat(Stream.of(read), each));
    }

    @Test
    void an_example_that_expects_something_else_is_a_finding_with_its_line() {
        assertThat(changed("too-high.yaml", "not-met: [I2]", "not-met: [I1]"))
                .containsExactly(
                        "participants/too-high.yaml:9: example 'too-high': eligibility came out as"
                                + " not met [I2], not as not met [I1]. Correct the example, or the rule that decides otherwise.");
        assertThat(changed("steady.yaml", "W8: -14", "W8: -15"))
                .singleElement()
                .asString()
                .startsWith("participants/steady.yaml:21: example 'steady': systolic_change at W8 came out as -14");
    }

    @Test
    void a_refusal_that_nobody_expected_is_a_finding_where_it_was_met() {
        assertThat(changed("steady.yaml", "systolic: 146", "systolic: 1460"))
                .singleElement()
                .asString()
                .startsWith("participants/steady.yaml:14: example 'steady': staff were refused:");
    }

    @Test
    void a_file_that_cannot_be_played_is_a_finding() {
        assertThat(changed("too-high.yaml", "like: steady", "like: stedy"))
                .anyMatch(said -> said.contains("'steady'?"));
        assertThat(changed("steady.yaml", "consent: 2026-03-02", "consent: 2026-02-30"))
                .anyMatch(said -> said.contains("not a day that exists"));
        assertThat(changed("steady.yaml", "  W4:", "  W5:")).anyMatch(said -> said.contains("'W5' is no visit"));
    }

    private static List<String> changed(String file, String from, String to) {
        Map<String, byte[]> files =
                new TreeMap<>(TestStudies.study("pressure-dose").folder().files());
        String text = new String(files.getOrDefault("participants/" + file, new byte[0]), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put("participants/" + file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        Study study =
                StudyReader.read(new StudyFolder("changed", files)).study().orElseThrow();
        return Examples.findings(study, new ExampleTrials(study)).stream()
                .map(Finding::sentence)
                .toList();
    }

    private static List<String> differences(Study study, Example example) {
        return Examples.differences(study, example, new ExampleTrials(study).get()).stream()
                .map(Finding::sentence)
                .toList();
    }
}
