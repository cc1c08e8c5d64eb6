package org.equipoise.analysis.report;

import org.equipoise.analysis.Account;
import org.equipoise.protocol.reading.Study;

/// All that a report says. A blinded one can hold no arm: an account that tells arms apart is refused.
public record ReportContent(Study study, Status status, Account account, Provenance provenance) {
    public ReportContent {
        if (status instanceof Status.Blinded && !account.isPooled()) {
            throw new IllegalArgumentException("a blinded report cannot be made from an account by arm");
        }
    }
}
