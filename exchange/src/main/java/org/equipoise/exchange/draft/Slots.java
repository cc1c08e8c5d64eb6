package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equipoise.exchange.doubt.Doubt;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;

/// The doubts of a source, each taken once: by the part of the study where it will be decided.
final class Slots {
    private final List<Doubt> left;

    Slots(List<Doubt> doubts) {
        this.left = new ArrayList<>(doubts);
    }

    List<Map<String, Object>> take(Place place) {
        return take(Part.at(place));
    }

    List<Map<String, Object>> take(Part part) {
        List<Doubt> taken =
                left.stream().filter(doubt -> doubt.about().equals(part)).toList();
        left.removeAll(taken);
        return new ArrayList<>(taken.stream().map(Open::question).toList());
    }

    /// What nothing else took, grouped by what it is about.
    List<Part> remaining() {
        return left.stream().map(Doubt::about).distinct().toList();
    }
}
