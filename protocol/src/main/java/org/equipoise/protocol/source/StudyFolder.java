package org.equipoise.protocol.source;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a study as bytes, by their path inside the folder: `forms/screening.yaml`.
public record StudyFolder(String name, SortedMap<String, byte[]> files) {

    public StudyFolder(String name, Map<String, byte[]> files) {
        this(name, Collections.unmodifiableSortedMap(new TreeMap<>(files)));
    }

    public StudyFolder {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
