package org.equipoise.models;

import static org.equipoise.models.DiseaseItem.*;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The nine systems and their demonstration grades.
///
/// These grades are a proxy, made from our own thresholds; they follow no published index. A licensed scorer
/// derives real ones from item codes.
enum OrganSystem {
    CONSTITUTIONAL(false),
    MUCOCUTANEOUS(true),
    NEUROPSYCHIATRIC(false),
    MUSCULOSKELETAL(true),
    CARDIORESPIRATORY(false),
    GASTROINTESTINAL(false),
    OPHTHALMIC(false),
    RENAL(true),
    HAEMATOLOGICAL(true);

    static final List<OrganSystem> ALL = List.of(values());

    private static final double WORSENED = 1.35;
    private static final double MODERATE = 0.5;

    /// Whether its activity has a part of its own, and so may worsen alone.
    final boolean latent;

    final String id = "grade_" + name().toLowerCase(Locale.ROOT);

    OrganSystem(boolean latent) {
        this.latent = latent;
    }

    /// The items counted to it; serology belongs to none.
    List<DiseaseItem> items() {
        return switch (this) {
            case CONSTITUTIONAL -> List.of(FEVER);
            case MUCOCUTANEOUS -> List.of(VASCULITIS, RASH, ALOPECIA, MUCOSAL_ULCERS);
            case NEUROPSYCHIATRIC ->
                List.of(SEIZURE, PSYCHOSIS, ORGANIC_BRAIN_SYNDROME, CRANIAL_NERVE, LUPUS_HEADACHE, CVA);
            case MUSCULOSKELETAL -> List.of(ARTHRITIS, MYOSITIS);
            case CARDIORESPIRATORY -> List.of(PLEURISY, PERICARDITIS);
            case GASTROINTESTINAL -> List.of();
            case OPHTHALMIC -> List.of(VISUAL_DISTURBANCE);
            case RENAL -> List.of(URINARY_CASTS, HAEMATURIA, PROTEINURIA, PYURIA);
            case HAEMATOLOGICAL -> List.of(THROMBOCYTOPENIA, LEUKOPENIA);
        };
    }

    /// A worsened, B an item and activity above a half, C an item and less, D none now, E never any.
    String grade(double activity, Set<DiseaseItem> present, boolean everPresent) {
        if (latent && activity > WORSENED) {
            return "A";
        }
        if (has(present)) {
            return activity > MODERATE ? "B" : "C";
        }
        return everPresent || latent ? "D" : "E";
    }

    private boolean has(Set<DiseaseItem> present) {
        for (DiseaseItem item : items()) {
            if (present.contains(item)) {
                return true;
            }
        }
        return false;
    }
}
