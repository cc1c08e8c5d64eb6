package org.equipoise.protocol.scrutiny;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.language.expression.Possible;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.source.Node;

/// Whether everybody belongs to one stratum and no more, and every stratum fills its blocks.
final class Strata {
    private final Scrutiny scrutiny;
    private final Possible possible;

    Strata(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.possible = new Possible(
                scrutiny.vocabulary().types(),
                scrutiny.vocabulary().encounters().keySet());
    }

    void question() {
        Node node = scrutiny.required("protocol.yaml").get("randomization");
        Randomization randomization = scrutiny.study().design().randomization();
        randomization
                .factors()
                .forEach(factor -> factor(
                        factor, Scrutiny.named(node, "factors", factor.id()).orElseThrow()));
        int strata = randomization.strata().size();
        int largest =
                randomization.blockSizes().stream().mapToInt(size -> size).max().orElse(1);
        if (randomization.participants() < 2 * largest * strata) {
            scrutiny.findings()
                    .warning(
                            "thin-strata",
                            node.get("block-sizes").place(),
                            randomization.participants() + " participants in " + strata
                                    + (strata == 1 ? " stratum" : " strata") + " do not fill two blocks of " + largest
                                    + " each",
                            "blocks that stay unfinished balance nothing (SPIRIT 2025 item 21b)",
                            "Use smaller blocks, or fewer strata");
        }
    }

    private void factor(Randomization.Factor factor, Node node) {
        List<Randomization.Level> levels = factor.levels();
        List<Possible.Wanted> none = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            none.add(new Possible.Wanted(levels.get(i).when(), false));
            for (int j = 0; j < i; j++) {
                if (possible.isPossible(List.of(
                        new Possible.Wanted(levels.get(i).when(), true),
                        new Possible.Wanted(levels.get(j).when(), true)))) {
                    scrutiny.findings()
                            .warning(
                                    "overlapping-strata",
                                    node.list("levels").get(i).get("when").place(),
                                    "somebody can be both '" + levels.get(j).id() + "' and '"
                                            + levels.get(i).id() + "' of " + factor.id(),
                                    "a stratum that depends on the order of the lines is not what was meant",
                                    "Let the conditions exclude each other");
                }
            }
        }
        if (possible.isPossible(none)) {
            scrutiny.findings()
                    .error(
                            "gap-between-strata",
                            node.get("levels").place(),
                            "somebody can be in no level of " + factor.id(),
                            "whoever belongs to no stratum can never be randomised",
                            "Let one of the conditions hold for everybody");
        }
    }
}
