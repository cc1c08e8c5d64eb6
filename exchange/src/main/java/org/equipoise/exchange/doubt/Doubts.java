package org.equipoise.exchange.doubt;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.exchange.outline.Outline;

/// Everything that is to be doubted in a source, in the order in which a person would ask: the design, what is given,
/// who may take part, what is measured.
public final class Doubts {
    private Doubts() {}

    public static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        doubts.addAll(DesignDoubts.of(outline));
        if (outline.plan().isInterventional()) {
            doubts.addAll(MethodDoubts.of(outline));
            doubts.addAll(DoseDoubts.of(outline));
            doubts.addAll(ArmDoubts.of(outline));
        }
        doubts.addAll(CriterionDoubts.of(outline));
        doubts.addAll(CriteriaDoubts.of(outline));
        doubts.addAll(WordingDoubts.of(outline));
        return doubts;
    }
}
