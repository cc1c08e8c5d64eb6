package org.equipoise.journal.archive;

import java.util.regex.Pattern;
import org.equipoise.journal.canonical.EventCodec;

/// What the format page allows.
final class Limits {
    static final int FORMAT = 1;
    static final int FILE = 16 << 20;
    static final int EVENT = EventCodec.LONGEST;
    static final int MANIFEST = 1 << 20;
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._/-]{0,254}");
    static final String CONDUCT = "conduct.json";

    private Limits() {}
}
