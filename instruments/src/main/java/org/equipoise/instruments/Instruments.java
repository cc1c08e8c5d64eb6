package org.equipoise.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The instruments that ship with the product.
public final class Instruments {
    private Instruments() {}

    /// Every instrument in every version, in the order of the index.
    public static List<Instrument> all() {
        return Shelf.INSTRUMENTS;
    }

    public static Optional<Instrument> find(String id, String version) {
        return all().stream()
                .filter(instrument ->
                        instrument.id().equals(id) && instrument.version().equals(version))
                .findFirst();
    }

    /// Read on first use.
    private static final class Shelf {
        static final List<Instrument> INSTRUMENTS =
                text("index.txt").lines().map(Shelf::read).toList();

        private static Instrument read(String folder) {
            Instrument instrument = InstrumentReader.read(folder, text(folder + "/instrument.yaml"));
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
}
