package org.equipoise.analysis.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/// Writes a report as one HTML page: English, its style inside, no script and nothing to fetch.
public final class Report {
    private Report() {}

    /// The same content gives the same text.
    @SuppressWarnings("NullAway") // The page has no form, so there is nothing for an interceptor to see.
    public static String html(ReportContent content) {
        StringOutput text = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(text), null, Composition.of(content));
        return text.toString();
    }
}
