package org.equipoise.journal.canonical;

/// The name of an event and the version of the shape of its body.
record EventVersion(String event, int version) {
    @Override
    public String toString() {
        return event + " version " + version;
    }
}
