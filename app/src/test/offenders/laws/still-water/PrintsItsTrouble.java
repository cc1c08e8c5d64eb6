package org.equipoise.journal.archive;

final class PrintsItsTrouble {
    void tell(IllegalStateException trouble) {
        trouble.printStackTrace();
    }
}
