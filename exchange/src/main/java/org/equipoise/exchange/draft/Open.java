package org.equipoise.exchange.draft;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.equipoise.exchange.doubt.Doubt;
import org.equipoise.protocol.finding.Severity;

/// Questions as a study writes them under `undecided`.
final class Open {
    private Open() {}

    static Map<String, Object> question(Doubt doubt) {
        return question(doubt.finding(), doubt.severity(), doubt.question(), doubt.at(), doubt.why(), doubt.fix());
    }

    /// What the source does not have, or has only as a text.
    static Map<String, Object> gap(String finding, String question, String at, String fix) {
        return question(
                finding,
                Severity.ERROR,
                question,
                at,
                "a trial cannot be run on a decision that nobody has taken",
                fix);
    }

    private static Map<String, Object> question(
            String finding, Severity severity, String question, String at, String why, String fix) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("finding", finding);
        if (severity != Severity.ERROR) {
            asked.put("severity", severity.name().toLowerCase(Locale.ROOT));
        }
        asked.put("question", question);
        asked.put("from", at);
        asked.put("why", why);
        asked.put("fix", fix);
        return asked;
    }
}
