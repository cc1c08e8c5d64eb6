package org.equipoise.exchange.usdm;

/// The terms of CDISC's controlled terminology that a study is written with, by their NCI codes (package of
/// 2024-09-27).
enum Terms {
    INTERVENTIONAL("C98388", "Interventional Study"),
    PHASE_1("C15600", "Phase I Trial"),
    PHASE_1_2("C15693", "Phase I/II Trial"),
    PHASE_2("C15601", "Phase II Trial"),
    PHASE_2_3("C15694", "Phase II/III Trial"),
    PHASE_3("C15602", "Phase III Trial"),
    PHASE_4("C15603", "Phase IV Trial"),
    PARALLEL("C82639", "Parallel Study"),
    DOUBLE_BLIND("C15228", "Double Blind Study"),
    SINGLE_BLIND("C28233", "Single Blind Study"),
    OPEN("C49659", "Open Label Study"),
    INVESTIGATIONAL_ARM("C174266", "Investigational Arm"),
    ACTIVE_ARM("C174267", "Active Comparator Arm"),
    PLACEBO_ARM("C174268", "Placebo Control Arm"),
    NO_INTERVENTION_ARM("C174270", "No Intervention Arm"),
    EXPERIMENTAL("C41161", "Experimental Intervention"),
    ACTIVE_COMPARATOR("C68609", "Active Comparator"),
    PLACEBO("C753", "Placebo"),
    SUBSTANCE("C1909", "Pharmacologic Substance"),
    WITHIN_STUDY("C188866", "Data Generated Within Study"),
    SCREENING("C202487", "Screening Epoch"),
    TREATMENT("C101526", "Treatment Epoch"),
    FOLLOW_UP("C202578", "Follow-Up Epoch"),
    VISIT("C25716", "Visit"),
    INCLUSION("C25532", "Inclusion Criteria"),
    EXCLUSION("C25370", "Exclusion Criteria"),
    PRIMARY_OBJECTIVE("C85826", "Primary Objective"),
    SECONDARY_OBJECTIVE("C85827", "Secondary Objective"),
    PRIMARY_ENDPOINT("C94496", "Primary Endpoint"),
    SECONDARY_ENDPOINT("C139173", "Secondary Endpoint"),
    AFTER("C201356", "After"),
    BEFORE("C201357", "Before"),
    FIXED("C201358", "Fixed Reference"),
    START_TO_START("C201355", "Start to Start"),
    OFFICIAL_TITLE("C207616", "Official Study Title"),
    SPONSOR("C70793", "Clinical Study Sponsor");

    private final String code;
    private final String decode;

    Terms(String code, String decode) {
        this.code = code;
        this.decode = decode;
    }

    String code() {
        return code;
    }

    String decode() {
        return decode;
    }

    /// A word of the study's schema; there is no other.
    static Terms phase(String phase) {
        return switch (phase) {
            case "I" -> PHASE_1;
            case "I/II" -> PHASE_1_2;
            case "II" -> PHASE_2;
            case "II/III" -> PHASE_2_3;
            case "III" -> PHASE_3;
            case "IV" -> PHASE_4;
            default -> throw new IllegalArgumentException("no schema takes the phase " + phase);
        };
    }

    static Terms blinding(String word) {
        return switch (word) {
            case "double" -> DOUBLE_BLIND;
            case "single" -> SINGLE_BLIND;
            default -> OPEN;
        };
    }

    static Terms arm(String type) {
        return switch (type) {
            case "experimental" -> INVESTIGATIONAL_ARM;
            case "active-comparator" -> ACTIVE_ARM;
            case "placebo-comparator" -> PLACEBO_ARM;
            default -> NO_INTERVENTION_ARM;
        };
    }

    static Terms role(String type) {
        return switch (type) {
            case "placebo-comparator" -> PLACEBO;
            case "active-comparator" -> ACTIVE_COMPARATOR;
            default -> EXPERIMENTAL;
        };
    }
}
