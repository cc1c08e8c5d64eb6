package org.equipoise.verifier;

/// What the verifier needs of one event's members (section 3 of the format). One instance serves all events.
final class Envelope {
    long at;
    long protocol;
    long seq;

    /// Whether the event is `ProtocolActivated`; then its number and protocol hash.
    boolean activates;

    long activatedNumber;
    final byte[] activatedHash = new byte[Sha256.LENGTH];

    /// The canonical form fixes the order of the members, and so the pieces between their values.
    void read(CanonicalReader json) throws Fault {
        json.literal("{\"actor\":{\"id\":");
        json.string();
        json.literal(",\"role\":");
        json.string();
        json.literal("},\"at\":");
        at = json.integer();
        json.literal(",\"body\":");
        int body = json.at();
        json.object(2);
        json.literal(",\"command\":");
        json.string();
        json.literal(",\"event\":");
        json.string();
        activates = json.isText("ProtocolActivated");
        json.literal(",\"protocol\":");
        protocol = json.integer();
        json.literal(",\"seq\":");
        seq = json.integer();
        json.literal(",\"version\":");
        long version = json.integer();
        if (version < 1) {
            throw json.fault("The version of an event is at least 1, not " + version + ".");
        }
        json.literal("}");
        json.end();
        if (activates) {
            readActivation(json, body);
        }
    }

    private void readActivation(CanonicalReader json, int body) throws Fault {
        if (!json.seek(body, "hash")) {
            throw json.fault("The body of ProtocolActivated has no member hash.");
        }
        json.literal("\"");
        json.hexadecimal(activatedHash);
        json.literal("\"");
        if (!json.seek(body, "number")) {
            throw json.fault("The body of ProtocolActivated has no member number.");
        }
        activatedNumber = json.integer();
    }
}
