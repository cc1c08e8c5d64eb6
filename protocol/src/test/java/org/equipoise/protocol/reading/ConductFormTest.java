package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.equipoise.language.identity.Digest;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.YamlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The protocol hash: what it must not notice, and what it must. The cases of `src/test/conduct` are whole studies; the
/// tests below them change the base study value by value, so that a new key is covered where the base study has it.
class ConductFormTest {
    private static final Example BASE = Example.base();
    private static final Digest HASH = BASE.study().conduct().hash();

    @TestFactory
    Stream<DynamicTest> the_same_conduct_written_otherwise_has_the_same_hash() {
        return cases("same")
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    assertThat(example.files()).as("the case changes something").isNotEqualTo(BASE.files());
                    assertThat(example.study().conduct()).isEqualTo(BASE.study().conduct());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_change_of_what_conduct_depends_on_has_another_hash() {
        return cases("another")
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(example.study().conduct().hash()).isNotEqualTo(HASH)));
    }

    @Test
    void the_form_of_the_files_is_the_form_of_the_study() {
        assertThat(form(UnaryOperator.identity()).hash()).isEqualTo(HASH);
    }

    @Test
    void keys_may_stand_in_any_order_in_every_mapping() {
        assertThat(form(ConductFormTest::reversed)).isEqualTo(BASE.study().conduct());
    }

    @Test
    void every_single_value_counts() {
        assertEachCounts(new Edit(false));
    }

    @Test
    void the_order_of_every_list_counts() {
        assertEachCounts(new Edit(true));
    }

    private static void assertEachCounts(Edit edit) {
        form(edit::of);
        List<Digest> hashes = new ArrayList<>(List.of(HASH));
        for (int at = 0; at < edit.met; at++) {
            hashes.add(form(new Edit(edit.ofLists, at)::of).hash());
        }
        assertThat(hashes).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    /// Changes one value, or turns one list around, counted through all trees it is shown.
    private static final class Edit {
        private final boolean ofLists;
        private final int at;
        private int met;

        Edit(boolean ofLists) {
            this(ofLists, Integer.MAX_VALUE);
        }

        Edit(boolean ofLists, int at) {
            this.ofLists = ofLists;
            this.at = at;
        }

        Node of(Node node) {
            return switch (node) {
                case Node.Mapping(var place, var members) -> {
                    SequencedMap<String, Node> changed = new LinkedHashMap<>();
                    members.forEach((key, value) -> changed.put(key, of(value)));
                    yield new Node.Mapping(place, changed);
                }
                case Node.Sequence(var place, var nodes) -> {
                    boolean turned = ofLists && nodes.size() > 1 && met++ == at;
                    List<Node> changed = nodes.stream().map(this::of).toList();
                    yield new Node.Sequence(place, turned ? changed.reversed() : changed);
                }
                case Node.Scalar(var place, var kind, var value) ->
                    !ofLists && met++ == at ? new Node.Scalar(place, kind, another(kind, value)) : node;
            };
        }

        private static String another(Node.Scalar.Kind kind, String value) {
            return kind == Node.Scalar.Kind.TRUTH ? String.valueOf(!Boolean.parseBoolean(value)) : value + "1";
        }
    }

    private static Node reversed(Node node) {
        return switch (node) {
            case Node.Mapping(var place, var members) -> {
                SequencedMap<String, Node> changed = new LinkedHashMap<>();
                members.reversed().forEach((key, value) -> changed.put(key, reversed(value)));
                yield new Node.Mapping(place, changed);
            }
            case Node.Sequence(var place, var nodes) ->
                new Node.Sequence(
                        place, nodes.stream().map(ConductFormTest::reversed).toList());
            case Node.Scalar scalar -> scalar;
        };
    }

    /// The conduct form of the base study's files, each changed first.
    private static Study.Conduct form(UnaryOperator<Node> change) {
        return ConductForm.of(
                trees(change, "protocol.yaml", "schedule.yaml", "eligibility.yaml"),
                trees(
                        change,
                        BASE.files().keySet().stream()
                                .filter(file -> file.startsWith("forms/"))
                                .toArray(String[]::new)),
                trees(change, "checks.yaml", "safety.yaml", "codelists.yaml", "ranges.yaml"));
    }

    private static List<Node> trees(UnaryOperator<Node> change, String... files) {
        return Stream.of(files)
                .map(file -> YamlReader.read(file, BASE.files().get(file), new Findings())
                        .orElseThrow())
                .map(change)
                .toList();
    }

    private static Stream<Example> cases(String folder) {
        return Example.below(Example.CASES.resolveSibling("conduct").resolve(folder)).stream();
    }
}
