package org.equipoise.rehearsal;

final class MeasuresTime {
    long started() {
        return System.nanoTime();
    }
}
