package org.equipoise.conduct.state;

import java.util.UUID;

final class MakesUpAnIdentifier {
    String identifier() {
        return UUID.randomUUID().toString();
    }
}
