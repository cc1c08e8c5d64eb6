package org.equipoise.datasets;

final class NamesAResource {
    static final String PARTICIPANT = "ResearchSubject";
}
