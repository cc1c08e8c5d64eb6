package org.equipoise.analysis;

import java.util.function.Function;
import org.equipoise.language.identity.Sealed;

final class ReadsCiphertext {
    final Function<Sealed, byte[]> bytes = Sealed::bytes;
}
