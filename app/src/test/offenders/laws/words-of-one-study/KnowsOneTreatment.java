package org.equipoise.instruments;

final class KnowsOneTreatment {
    static final String TREATMENT = "low-dose IL-2";
}
