package org.equipoise.protocol.source;

/// Text that is well formed but not for a study, on its way out of the reading.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Place place;
    private final transient String what;
    private final transient String fix;

    Refused(Place place, String what, String fix) {
        super(what);
        this.place = place;
        this.what = what;
        this.fix = fix;
    }

    Place place() {
        return place;
    }

    String what() {
        return what;
    }

    String fix() {
        return fix;
    }
}
