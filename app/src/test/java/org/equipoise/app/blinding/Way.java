package org.equipoise.app.blinding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The ways in which the software tells people something. Whoever adds one adds it here: pages over HTTP will be one.
enum Way {
    MESSAGES(_ -> Records.MESSAGES),
    TABLES(_ -> Records.TABLES),
    REPORT(_ -> Records.REPORT),
    ARCHIVE(_ -> Records.ARCHIVE),
    VAULT_LOG(_ -> Records.VAULT_LOG),
    PRINTED(folder -> new Printed(folder.resolve("printed"))),
    KEPT(folder -> new Kept(folder.resolve("kept")));

    private final Function<Path, Surface> surface;

    Way(Function<Path, Surface> surface) {
        this.surface = surface;
    }

    Surface in(Path folder) {
        return surface.apply(folder);
    }

    static List<Surface> in(Path folder, Way... ways) {
        return Arrays.stream(ways).map(way -> way.in(folder)).toList();
    }
}
