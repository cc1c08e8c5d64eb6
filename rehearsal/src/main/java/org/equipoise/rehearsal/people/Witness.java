package org.equipoise.rehearsal.people;

import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Outcome;

/// Whoever listens to what virtual staff are told.
@FunctionalInterface
public interface Witness {
    void heard(Role role, Command command, Outcome outcome);
}
