package org.equipoise.analysis;

final class PrintsATable {
    void table(String text) {
        System.out.print(text);
    }
}
