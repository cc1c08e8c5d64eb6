package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganSystemTest {
    @ParameterizedTest(name = "{0} at {1}, item now {2}, ever {3}: {4}")
    @CsvSource(textBlock = """
        RENAL,             1.36, false, false, A
        RENAL,             1.35, false, false, D
        RENAL,             1.00, true,  true,  B
        RENAL,             0.50, true,  true,  C
        RENAL,             0.40, false, true,  D
        CARDIORESPIRATORY, 1.36, true,  true,  B
        CARDIORESPIRATORY, 0.51, true,  true,  B
        CARDIORESPIRATORY, 0.50, true,  true,  C
        CARDIORESPIRATORY, 0.40, false, true,  D
        CARDIORESPIRATORY, 1.36, false, false, E
        GASTROINTESTINAL,  9.00, false, false, E
        """)
    void grades_follow_the_page(OrganSystem system, double activity, boolean now, boolean ever, String grade) {
        Set<DiseaseItem> present = EnumSet.of(DiseaseItem.RASH, DiseaseItem.LOW_COMPLEMENT);
        if (now) {
            present.add(system.items().getLast());
        }
        assertThat(system.grade(activity, present, ever)).isEqualTo(grade);
    }

    @Test
    void a_system_once_involved_is_never_again_graded_as_never_involved() {
        int recoveries = 0;
        for (int person = 0; person < 300; person++) {
            Body body = People.withLupus(person);
            for (OrganSystem system : OrganSystem.values()) {
                boolean involved = false;
                for (int day = 0; day <= 168; day += 7) {
                    String grade = body.observe("lupus.grades", day).get(system.id);
                    assertThat(involved && grade.equals("E")).isFalse();
                    recoveries += involved && grade.equals("D") ? 1 : 0;
                    involved |= !grade.equals("E");
                }
            }
        }
        assertThat(recoveries).isPositive();
    }

    @Test
    void the_table_of_items_is_the_published_one() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Repository.table("low-dose-il2/items.csv").forEach(row -> rows.put(row.get("item"), row));
        assertThat(DiseaseItem.values()).extracting(item -> item.id).containsExactlyElementsOf(rows.keySet());
        for (DiseaseItem item : DiseaseItem.values()) {
            Map<String, String> row = rows.get(item.id);
            assertThat(item.prevalence).isEqualTo(Double.parseDouble(row.get("prevalence")));
            assertThat(item.kind.a).isEqualTo(Double.parseDouble(row.get("a")));
            assertThat(item.kind.b).isEqualTo(Double.parseDouble(row.get("b")));
            for (OrganSystem system : OrganSystem.values()) {
                assertThat(system.items().contains(item)).isEqualTo(system.id.equals("grade_" + row.get("system")));
            }
        }
    }
}
