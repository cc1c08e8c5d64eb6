package org.equipoise.rehearsal;

import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.decision.Decider;

/// A virtual nurse who goes round the sequencer.
final class AsksADecider {
    Object ask(Decider decider, Command command) {
        return decider.decide(Role.COORDINATOR, "nurse", 0, command);
    }
}
