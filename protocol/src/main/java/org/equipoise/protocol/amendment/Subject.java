package org.equipoise.protocol.amendment;

/// The parts of a study that an amendment can touch, in the order in which people ask.
public enum Subject {
    IDENTIFICATION("identification"),
    SUCCESSION("taking over from the version before"),
    TREATMENT("treatment"),
    RANDOMIZATION("randomisation"),
    SITES("sites"),
    SUPPLY("supply"),
    PEOPLE("people"),
    VISITS("visits"),
    WINDOWS("windows"),
    FORMS("forms"),
    ITEMS("items"),
    SCORES("scores"),
    RANGES("reference ranges"),
    CRITERIA("criteria"),
    CHECKS("checks"),
    SAFETY("safety rules"),
    ENDPOINTS("endpoints and estimands"),
    ANALYSES("analyses"),
    REHEARSAL("rehearsal and examples");

    private final String words;

    Subject(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
