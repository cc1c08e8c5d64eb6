package org.equipoise.models;

import static org.equipoise.models.DiseaseItem.ARTHRITIS;
import static org.equipoise.models.DiseaseItem.INCREASED_DNA_BINDING;
import static org.equipoise.models.DiseaseItem.LEUKOPENIA;
import static org.equipoise.models.DiseaseItem.MUCOSAL_ULCERS;
import static org.equipoise.models.DiseaseItem.PERICARDITIS;
import static org.equipoise.models.DiseaseItem.PLEURISY;
import static org.equipoise.models.DiseaseItem.PROTEINURIA;
import static org.equipoise.models.DiseaseItem.PSYCHOSIS;
import static org.equipoise.models.DiseaseItem.RASH;
import static org.equipoise.models.DiseaseItem.SEIZURE;
import static org.equipoise.models.DiseaseItem.THROMBOCYTOPENIA;
import static org.equipoise.models.DiseaseItem.URINARY_CASTS;

import org.equipoise.statistics.random.RandomStream;

/// What a person brings to screening besides the activity of the disease. Shares of medicines are the published ones of
/// both arms together; everything else is proposed.
final class Background {
    static final Sheet SCREENING = Sheet.of()
            .code("sex", "female", "male")
            .numbers(0, "age", "height", "disease_duration", "treated_months", "ana_titre", "tuberculin")
            .numbers(1, "weight")
            .numbers(2, "max_prednisone_mg_per_kg")
            .yesNo("childbearing", "acr_malar_rash", "acr_discoid_rash", "acr_photosensitivity", "acr_oral_ulcers")
            .yesNo("acr_arthritis", "acr_serositis", "acr_renal", "acr_neurological", "acr_haematological")
            .yesNo("acr_immunological", "acr_ana", "hydroxychloroquine", "mycophenolate", "azathioprine")
            .yesNo("cyclophosphamide", "cyclosporine", "tacrolimus", "leflunomide", "thalidomide", "methotrexate")
            .yesNo("organ_dysfunction", "serious_infection", "iv_bolus", "biologics_ever", "mental_disorder")
            .yesNo("unable_to_comply")
            .code("background_failure", "flare_on_therapy", "taper_failed", "both", "neither")
            .code("nyha_class", "none", "I", "II", "III", "IV")
            .code("malignancy", "none", "over_5_years", "within_5_years", "in_situ_or_basal")
            .done();
    static final Sheet VIROLOGY = Sheet.of()
            .code("hiv", "negative", "positive")
            .code("hepatitis_b", "negative", "positive")
            .code("hepatitis_c", "negative", "positive")
            .done();
    static final Sheet PREGNANCY = Sheet.of()
            .code("pregnancy_test", "negative", "positive", "not_applicable")
            .done();

    private static final int[] TITRES = {80, 160, 320, 640, 1280, 3200};
    private static final int ALWAYS_POSITIVE = 160;
    private static final double[] TITRE_AT_MOST = {0.03, 0.12, 0.34, 0.58, 0.80, 1};
    private static final String[] NYHA_CLASSES = {"none", "I", "II", "III", "IV"};
    private static final double[] NYHA_AT_MOST = {0.93, 0.97, 0.99, 0.998, 1};
    private static final String[] FAILURES = {"flare_on_therapy", "taper_failed", "both", "neither"};
    private static final double[] FAILURE_AT_MOST = {0.45, 0.75, 0.97, 1};
    private static final String[] MALIGNANCIES = {"none", "over_5_years", "within_5_years", "in_situ_or_basal"};
    private static final double[] MALIGNANCY_AT_MOST = {0.985, 0.99, 0.993, 1};
    private static final int MONTHS_IN_A_YEAR = 12;
    private static final int YOUNGEST_AT_ONSET = 8;

    private final Person person;
    private final Thresholds thresholds;
    private final Chance chance;

    Background(Person person, Thresholds thresholds, Chance chance) {
        this.person = person;
        this.thresholds = thresholds;
        this.chance = chance;
    }

    /// Whether the person takes a strong immunosuppressant of the kinds that were unequal between the published arms.
    boolean isStronglySuppressed() {
        return takes("cyclophosphamide", 4) || takes("cyclosporine", 5) || takes("tacrolimus", 2);
    }

    Answers screening(double prednisone) {
        Answers answers = new Answers(SCREENING)
                .code("sex", person.female() ? "female" : "male")
                .number("age", person.age())
                .yes("childbearing", person.childbearing())
                .number("height", person.height())
                .number("weight", person.weight());
        addHistory(answers, prednisone);
        addCriteria(answers);
        addMedicines(answers);
        addWhatExcludes(answers);
        return answers;
    }

    Answers virology() {
        return new Answers(VIROLOGY)
                .code("hiv", result(happens("hiv", 0.001)))
                .code("hepatitis_b", result(happens("hepatitis_b", 0.03)))
                .code("hepatitis_c", result(happens("hepatitis_c", 0.005)));
    }

    Answers pregnancy() {
        boolean pregnant = happens("pregnancy_test", 0.005);
        return new Answers(PREGNANCY)
                .code("pregnancy_test", person.childbearing() ? result(pregnant) : "not_applicable");
    }

    private void addHistory(Answers answers, double prednisone) {
        RandomStream history = stream("history");
        double longest = MONTHS_IN_A_YEAR * Math.max(1, person.age() - YOUNGEST_AT_ONSET);
        double months = Math.min(2 + history.exponential(62), longest);
        double highest = prednisone / person.weight() * StrictMath.exp(Math.abs(history.normal(0, 0.5)));
        answers.number("disease_duration", months)
                .number("treated_months", Math.floor(months * (0.2 + 0.8 * history.uniform())))
                .number("max_prednisone_mg_per_kg", highest)
                .yes("iv_bolus", history.bernoulli(0.02))
                .yes("biologics_ever", history.bernoulli(0.02))
                .code("background_failure", FAILURES[drawn("background_failure", FAILURE_AT_MOST)]);
    }

    /// A criterion that stands today counts; otherwise it may have stood before.
    private void addCriteria(Answers answers) {
        RandomStream past = stream("criteria");
        int titre = TITRES[drawn("ana_titre", TITRE_AT_MOST)];
        answers.yes("acr_malar_rash", past.bernoulli(stands(RASH) ? 0.75 : 0.4))
                .yes("acr_discoid_rash", past.bernoulli(stands(RASH) ? 0.15 : 0.05))
                .yes("acr_photosensitivity", past.bernoulli(0.35))
                .yes("acr_oral_ulcers", past.bernoulli(stands(MUCOSAL_ULCERS) ? 1 : 0.25))
                .yes("acr_arthritis", past.bernoulli(stands(ARTHRITIS) ? 1 : 0.55))
                .yes("acr_serositis", past.bernoulli(stands(PLEURISY) || stands(PERICARDITIS) ? 1 : 0.15))
                .yes("acr_renal", past.bernoulli(stands(PROTEINURIA) || stands(URINARY_CASTS) ? 1 : 0.15))
                .yes("acr_neurological", past.bernoulli(stands(SEIZURE) || stands(PSYCHOSIS) ? 1 : 0.04))
                .yes("acr_haematological", past.bernoulli(stands(LEUKOPENIA) || stands(THROMBOCYTOPENIA) ? 1 : 0.45))
                .yes("acr_immunological", past.bernoulli(stands(INCREASED_DNA_BINDING) ? 1 : 0.6))
                .number("ana_titre", titre)
                .yes("acr_ana", past.bernoulli(titre > ALWAYS_POSITIVE ? 1 : 0.9));
    }

    private void addMedicines(Answers answers) {
        answers.yes("hydroxychloroquine", takes("hydroxychloroquine", 57))
                .yes("mycophenolate", takes("mycophenolate", 17))
                .yes("azathioprine", takes("azathioprine", 5))
                .yes("cyclophosphamide", takes("cyclophosphamide", 4))
                .yes("cyclosporine", takes("cyclosporine", 5))
                .yes("tacrolimus", takes("tacrolimus", 2))
                .yes("leflunomide", takes("leflunomide", 4))
                .yes("thalidomide", takes("thalidomide", 1))
                .yes("methotrexate", takes("methotrexate", 2));
    }

    private void addWhatExcludes(Answers answers) {
        RandomStream skin = stream("tuberculin");
        double induration = skin.bernoulli(0.28) ? Math.min(1 + skin.exponential(4), 30) : 0;
        RandomStream others = stream("exclusions");
        answers.number("tuberculin", induration)
                .code("nyha_class", NYHA_CLASSES[drawn("nyha_class", NYHA_AT_MOST)])
                .code("malignancy", MALIGNANCIES[drawn("malignancy", MALIGNANCY_AT_MOST)])
                .yes("organ_dysfunction", others.bernoulli(0.01))
                .yes("serious_infection", others.bernoulli(0.01))
                .yes("mental_disorder", others.bernoulli(0.02))
                .yes("unable_to_comply", others.bernoulli(0.01));
    }

    private boolean stands(DiseaseItem item) {
        return thresholds.of(item) < 1;
    }

    /// @param of60 how many of the 60 published participants took it
    private boolean takes(String medicine, int of60) {
        return happens(medicine, of60 / 60.0);
    }

    private boolean happens(String what, double probability) {
        return stream(what).bernoulli(probability);
    }

    private RandomStream stream(String what) {
        return chance.stream("body/" + what, 0);
    }

    /// The place of the first cumulative probability above a uniform draw.
    private int drawn(String what, double[] atMost) {
        double draw = stream(what).uniform();
        int place = 0;
        while (draw >= atMost[place]) {
            place++;
        }
        return place;
    }

    private static String result(boolean positive) {
        return positive ? "positive" : "negative";
    }
}
