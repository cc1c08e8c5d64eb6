package org.equipoise.models;

import java.util.List;
import java.util.OptionalInt;

/// What is taken beside the trial's drug from some day on: rescue, and what is taken against a fever.
final class Medication {
    static final String KIND = "medication";

    static final Sheet SHEET = Sheet.of()
            .numbers(0, "dose")
            .code("kind", "iv_pulse", "immunosuppressant_new_or_increased", "biologic", "antipyretic")
            .done();

    private static final int DAYS_OF_A_PULSE = 3;
    private static final double DOSE_OF_A_PULSE = 500;

    private Medication() {}

    static Occurrence of(Treatment.Rescue rescue, int day) {
        return switch (rescue) {
            case IMMUNOSUPPRESSANT ->
                new Occurrence(KIND, day, OptionalInt.empty(), kind("immunosuppressant_new_or_increased"));
            case PULSE ->
                new Occurrence(
                        KIND,
                        day,
                        OptionalInt.of(day + DAYS_OF_A_PULSE - 1),
                        kind("iv_pulse").number("dose", DOSE_OF_A_PULSE));
            case PROHIBITED -> new Occurrence(KIND, day, OptionalInt.of(day), kind("biologic"));
        };
    }

    /// For each fever among events.
    static List<Occurrence> against(List<Occurrence> events) {
        return events.stream()
                .filter(event -> "fever".equals(event.answers().get("term")))
                .map(event -> new Occurrence(KIND, event.day(), event.endDay(), kind("antipyretic")))
                .toList();
    }

    private static Answers kind(String kind) {
        return new Answers(SHEET).code("kind", kind);
    }
}
