package org.equipoise.exchange.doubt;

import org.equipoise.exchange.outline.Said;
import org.equipoise.protocol.finding.Severity;

/// One thing in a source that a person must decide, correct or add.
///
/// @param finding its kind: `route-conflict`
/// @param about the part of the study it belongs to
/// @param at where it stands in the source; the file alone where it is missing there
/// @param question what is wrong or open, without a full stop
public record Doubt(String finding, Severity severity, Part about, String at, String question, String why, String fix) {

    /// Where in a study a doubt is decided.
    ///
    /// @param key which arm, criterion or outcome, where there are several; for what is on record, its name
    public record Part(Place place, String key) {
        public static Part at(Place place) {
            return new Part(place, "");
        }

        public static Part at(Place place, String key) {
            return new Part(place, key);
        }

        public static Part onRecord(String name) {
            return new Part(Place.RECORD, name);
        }
    }

    /// The places of a study.
    public enum Place {
        /// The study as a whole.
        STUDY,
        RECORD,
        BLINDING,
        ARMS,
        ARM,
        AMOUNT,
        ROUTE,
        DOSE_DAYS,
        RANDOMIZATION,
        SITES,
        SCHEDULE,
        VISIT,
        FORM,
        CRITERIA,
        CRITERION,
        OUTCOMES,
        OUTCOME,
        ESTIMANDS,
        ANALYSIS
    }

    public static Doubt error(String finding, Part about, Said said, String question, String why, String fix) {
        return new Doubt(finding, Severity.ERROR, about, said.at(), question, why, fix);
    }

    public static Doubt warning(String finding, Part about, Said said, String question, String why, String fix) {
        return new Doubt(finding, Severity.WARNING, about, said.at(), question, why, fix);
    }

    public static Doubt information(String finding, Part about, Said said, String question, String why, String fix) {
        return new Doubt(finding, Severity.INFORMATION, about, said.at(), question, why, fix);
    }
}
