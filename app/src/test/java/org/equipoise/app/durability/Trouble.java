package org.equipoise.app.durability;

import java.io.Closeable;
import java.io.IOException;

/// Something that goes wrong while commands come in, and is put right again.
interface Trouble extends Closeable {
    void begin() throws Exception;

    void end() throws Exception;

    @Override
    default void close() throws IOException {}
}
