package org.equipoise.protocol.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.equipoise.protocol.source.Place;

/// The findings of one reading, gathered as they are met.
public final class Findings {
    private final List<Finding> gathered = new ArrayList<>();

    public void error(String id, Place place, String message, String why, String fix) {
        gathered.add(new Finding(id, Severity.ERROR, place, message, why, fix));
    }

    public void warning(String id, Place place, String message, String why, String fix) {
        gathered.add(new Finding(id, Severity.WARNING, place, message, why, fix));
    }

    public void information(String id, Place place, String message, String why, String fix) {
        gathered.add(new Finding(id, Severity.INFORMATION, place, message, why, fix));
    }

    public void add(Finding finding) {
        gathered.add(finding);
    }

    public void addAll(Findings others) {
        gathered.addAll(others.gathered);
    }

    public boolean hasErrors() {
        return gathered.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /// In the order of files and lines.
    public List<Finding> inOrder() {
        return gathered.stream()
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.place().file())
                        .thenComparingInt(finding -> finding.place().line()))
                .toList();
    }
}
