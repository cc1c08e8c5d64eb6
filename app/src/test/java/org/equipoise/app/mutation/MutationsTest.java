package org.equipoise.app.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;

/// What becomes of a study that is spoilt in one place.
class MutationsTest {
    private static final StudyFolder STUDY = TestStudies.study("il2-lupus").folder();
    private static final List<Operator> OPERATORS = Operator.of(STUDY);

    @Test
    void every_operator_finds_a_place_and_has_a_name_of_its_own() {
        assertThat(OPERATORS)
                .allSatisfy(operator ->
                        assertThat(operator.mutants(STUDY)).as(operator.id()).isNotEmpty());
        assertThat(OPERATORS).extracting(Operator::id).doesNotHaveDuplicates();
    }

    @Test
    void there_are_some_hundreds_of_each_kind() {
        for (Operator.Kind kind : Operator.Kind.values()) {
            assertThat(OPERATORS.stream()
                            .filter(operator -> operator.kind() == kind)
                            .mapToInt(operator -> operator.mutants(STUDY).size())
                            .sum())
                    .as(kind.name())
                    .isGreaterThan(200);
        }
    }
}
