package org.equipoise.analysis.report;

import java.util.List;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.language.identity.Digest;

/// Where the numbers come from: the journal, its size and its root; what the caller wants to be known of the run
/// (seed, software); and what a rehearsal assumed.
public record Provenance(Mode mode, long events, Digest root, List<Detail> details, List<Assumption> assumptions) {
    public Provenance {
        details = List.copyOf(details);
        assumptions = List.copyOf(assumptions);
    }

    /// One thing to know about the run: `seed`, `1`.
    public record Detail(String name, String value) {}

    /// A number that a rehearsal took for granted, where it comes from and how sure that is.
    public record Assumption(String name, String value, String source, String certainty) {}
}
