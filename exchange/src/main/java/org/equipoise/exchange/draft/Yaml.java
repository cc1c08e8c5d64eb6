package org.equipoise.exchange.draft;

import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// A file of a study, from maps, lists and values.
final class Yaml {
    private static final int WIDTH = 110;
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(WIDTH)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setDereferenceAliases(true)
            .build();

    private Yaml() {}

    /// @param heading a line of comment
    static byte[] file(String heading, Object content) {
        return ("# " + heading + "\n" + new Dump(SETTINGS).dumpToString(content)).getBytes(StandardCharsets.UTF_8);
    }
}
