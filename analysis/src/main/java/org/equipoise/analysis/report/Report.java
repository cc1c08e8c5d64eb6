package org.equipoise.analysis.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.equipoise.datasets.Datasets;
import tools.jackson.databind.node.ObjectNode;

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

    /// Where each number of the page comes from: for each identifier (`data-cell`) the rows of the data sets, and for
    /// each row its values, its events and its item changes.
    public static ObjectNode cells(ReportContent content, Datasets datasets) {
        return Birthplaces.of(Composition.of(content), datasets);
    }
}
