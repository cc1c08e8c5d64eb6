package org.equipoise.journal.tree;

import org.equipoise.protocol.reading.Study;

/// A journal that consults the protocol.
final class AsksTheProtocol {
    private final String study;

    AsksTheProtocol(Study study) {
        this.study = study.id();
    }
}
