package org.equipoise.conduct.state;

final class NamesAColumn {
    static final String PARTICIPANT = "USUBJID";
}
