package org.equipoise.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {
    @Test
    void a_model_is_found_by_id_and_version() {
        assertThat(Models.find("dose-plateau", 1)).get().isInstanceOf(DosePlateau.class);
        assertThat(Models.find("low-dose-il2", 1)).get().isInstanceOf(LowDoseIl2.class);
        assertThat(Models.find("low-dose-il2", 2)).isEmpty();
        assertThat(Models.find("streptomycin", 1)).isEmpty();
        assertThat(Models.all()).hasSize(2);
    }

    @Test
    void every_model_has_a_page_that_names_each_parameter_and_observable() throws Exception {
        for (Model model : Models.all()) {
            try (var page = Models.class.getResourceAsStream(model.id() + ".md")) {
                assertThat(page).as(model.id()).isNotNull();
                String text = new String(page.readAllBytes(), UTF_8);
                assertThat(model.parameters())
                        .allMatch(name -> text.contains("`" + name + "`")
                                || text.contains("`" + name.replaceFirst("_cv$", "") + "`"));
                assertThat(text).contains(model.observables());
                assertThat(model.occurrences()).allMatch(kind -> text.contains("`" + kind + "`"));
                assertThat(text).contains("version " + model.version());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"low-dose-il2", "dose-plateau"})
    void a_dose_in_the_past_is_refused(String id) {
        Body body = id.equals("low-dose-il2") ? People.withLupus(1) : People.withHighPressure(1);
        String observable = Models.find(id, 1).orElseThrow().observables().first();
        body.dose(2, 1);
        assertThatThrownBy(() -> body.dose(1.9, 1)).hasMessageContaining("comes too late");
        body.observe(observable, 9.5);
        body.dose(9.2, 1);
        body.observe(observable, 10);
        assertThatThrownBy(() -> body.dose(9.4, 1)).hasMessageContaining("has been seen on day 10");
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "NaN, 1", "Infinity, 1", "1, -1", "1, NaN", "1, Infinity"})
    void a_senseless_dose_is_refused(double day, double amount) {
        assertThatThrownBy(() -> People.withLupus(1).dose(day, amount)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1e9})
    void a_senseless_day_is_refused(double day) {
        assertThatThrownBy(() -> People.withLupus(1).observe("lupus.activity", day))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2.25, 1, 2.3",
        "2.249, 1, 2.2",
        "0.04, 1, 0.0",
        "-0.06, 1, -0.1",
        "-1.26, 1, -1.3",
        "0.5, 2, 0.50",
        "12, 2, 12.00",
        "99.5, 0, 100",
        "0.049, 2, 0.05"
    })
    void a_reading_is_written_with_its_usual_decimals(double value, int decimals, String text) {
        assertThat(Reading.of(value, decimals).text()).isEqualTo(text);
    }
}
