package org.equipoise.journal.archive;

/// Why an archive is rejected, on its way from the byte that shows it to the reading.
final class Fault extends Exception {
    private final String why;

    Fault(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
