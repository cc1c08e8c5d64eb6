package org.equipoise.datasets;

final class AsksTheMachine {
    String folder() {
        return System.getenv("HOME");
    }
}
