package org.equipoise.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The instruments that ship with the product. Each is read when it is first asked for: a study uses a few of them.
public final class Instruments {
    private static final List<String> FOLDERS = text("index.txt").lines().toList();
    private static final Map<String, Instrument> READ = new ConcurrentHashMap<>();

    private Instruments() {}

    /// Every instrument in every version, in the order of the index.
    public static List<Instrument> all() {
        return FOLDERS.stream().map(Instruments::at).toList();
    }

    public static Optional<Instrument> find(String id, String version) {
        String folder = id + "/" + version;
        return FOLDERS.contains(folder) ? Optional.of(at(folder)) : Optional.empty();
    }

    /// Every version of an instrument, in the order of the index; none where there is no such instrument.
    public static List<Instrument> named(String id) {
        return FOLDERS.stream()
                .filter(folder -> folder.startsWith(id + "/"))
                .map(Instruments::at)
                .toList();
    }

    /// The names of all instruments.
    public static List<String> ids() {
        return FOLDERS.stream()
                .map(folder -> folder.substring(0, folder.indexOf('/')))
                .distinct()
                .toList();
    }

    private static Instrument at(String folder) {
        return READ.computeIfAbsent(folder, Instruments::read);
    }

    private static Instrument read(String folder) {
        Instrument instrument = InstrumentReader.read(folder, place -> text(place + "/instrument.yaml"));
        String named = instrument.id() + "/" + instrument.version();
        if (!named.equals(folder)) {
            throw new IllegalStateException("instrument " + named + " stands in the folder " + folder);
        }
        return instrument;
    }

    private static String text(String resource) {
        try (InputStream stream = Instruments.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
