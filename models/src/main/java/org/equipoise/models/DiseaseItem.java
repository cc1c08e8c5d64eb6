package org.equipoise.models;

import java.util.List;
import java.util.Locale;

/// The 24 descriptors of disease activity, in the order of the published table.
enum DiseaseItem {
    SEIZURE(Kind.CLINICAL, 0.005),
    PSYCHOSIS(Kind.CLINICAL, 0.005),
    ORGANIC_BRAIN_SYNDROME(Kind.CLINICAL, 0.005),
    VISUAL_DISTURBANCE(Kind.CLINICAL, 0.003),
    CRANIAL_NERVE(Kind.CLINICAL, 0.004),
    LUPUS_HEADACHE(Kind.CLINICAL, 0.006),
    CVA(Kind.CLINICAL, 0.003),
    VASCULITIS(Kind.CLINICAL, 0.08),
    ARTHRITIS(Kind.CLINICAL, 0.45),
    MYOSITIS(Kind.CLINICAL, 0.04),
    URINARY_CASTS(Kind.RENAL, 0.04),
    HAEMATURIA(Kind.RENAL, 0.20),
    PROTEINURIA(Kind.RENAL, 0.38),
    PYURIA(Kind.RENAL, 0.13),
    RASH(Kind.CLINICAL, 0.45),
    ALOPECIA(Kind.CLINICAL, 0.30),
    MUCOSAL_ULCERS(Kind.CLINICAL, 0.08),
    PLEURISY(Kind.CLINICAL, 0.04),
    PERICARDITIS(Kind.CLINICAL, 0.04),
    LOW_COMPLEMENT(Kind.SEROLOGICAL, 0.62),
    INCREASED_DNA_BINDING(Kind.SEROLOGICAL, 0.58),
    FEVER(Kind.CLINICAL, 0.11),
    THROMBOCYTOPENIA(Kind.CLINICAL, 0.12),
    LEUKOPENIA(Kind.CLINICAL, 0.16);

    /// All of them, without a new array for each asking.
    static final List<DiseaseItem> ALL = List.of(values());

    /// How stubborn an item is: the shapes of the beta law of its persistence.
    enum Kind {
        CLINICAL(2, 2),
        RENAL(1.6, 2.2),
        SEROLOGICAL(1.5, 3);

        final double a;
        final double b;

        Kind(double a, double b) {
            this.a = a;
            this.b = b;
        }
    }

    final Kind kind;

    /// The share of people who have it at baseline (renal items other than proteinuria: of those with proteinuria).
    final double prevalence;

    final String id = name().toLowerCase(Locale.ROOT);

    /// The stream of a person's threshold.
    final String purpose = "body/threshold/" + id;

    DiseaseItem(Kind kind, double prevalence) {
        this.kind = kind;
        this.prevalence = prevalence;
    }

    /// Whether it is read from a measurement; the others are what an assessor finds.
    boolean isMeasured() {
        return switch (this) {
            case URINARY_CASTS,
                    HAEMATURIA,
                    PROTEINURIA,
                    PYURIA,
                    LOW_COMPLEMENT,
                    INCREASED_DNA_BINDING,
                    FEVER,
                    THROMBOCYTOPENIA,
                    LEUKOPENIA -> true;
            default -> false;
        };
    }
}
