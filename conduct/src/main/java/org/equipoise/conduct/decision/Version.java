package org.equipoise.conduct.decision;

import org.equipoise.protocol.reading.Study;

/// A version of the protocol, and the same by name.
record Version(Study study, StudyIndex index) {
    Version(Study study) {
        this(study, new StudyIndex(study));
    }
}
