package org.equipoise.statistics.random;

final class ThrowsDice {
    double uniform() {
        return Math.random();
    }
}
