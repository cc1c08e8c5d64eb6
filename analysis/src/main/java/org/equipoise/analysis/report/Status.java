package org.equipoise.analysis.report;

import java.time.Instant;
import org.equipoise.journal.treatment.TreatmentView;

/// Whether treatments are known to the report, and who made them known.
public sealed interface Status {

    record Blinded() implements Status {}

    /// The reveal and the moment of its event.
    record Revealed(TreatmentView.Revealed reveal, Instant at) implements Status {}
}
