package org.equipoise.app.blinding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The ways in which the software tells people something. Whoever adds one adds it here: pages over HTTP will be one.
enum Way {
    MESSAGES,
    TABLES,
    REPORT,
    ARCHIVE,
    VAULT_LOG,
    PRINTED,
    KEPT;

    Surface in(Path folder) {
        return switch (this) {
            case MESSAGES -> Records.MESSAGES;
            case TABLES -> Records.TABLES;
            case REPORT -> Records.REPORT;
            case ARCHIVE -> Records.ARCHIVE;
            case VAULT_LOG -> Records.VAULT_LOG;
            case PRINTED -> new Printed(folder.resolve("printed"));
            case KEPT -> new Kept(folder.resolve("kept"));
        };
    }

    static List<Surface> in(Path folder, Way... ways) {
        return Arrays.stream(ways).map(way -> way.in(folder)).toList();
    }
}
