package org.equipoise.models;

import java.util.List;
import java.util.Optional;

/// All models, by id and version.
public final class Models {
    private static final List<Model> ALL = List.of(new DosePlateau(), new LowDoseIl2());

    private Models() {}

    public static Optional<Model> find(String id, int version) {
        return ALL.stream()
                .filter(model -> model.id().equals(id) && model.version() == version)
                .findFirst();
    }

    public static List<Model> all() {
        return ALL;
    }
}
