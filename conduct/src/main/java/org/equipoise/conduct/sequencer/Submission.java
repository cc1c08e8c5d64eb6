package org.equipoise.conduct.sequencer;

import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;

/// A command as it is handed in.
///
/// @param key the command's idempotency key, made by whoever gives it
/// @param seen the number of the last event that whoever gives it had seen, for finding what changed since; [#NOW] for
///     someone who takes the record as it is
public record Submission(String key, String actor, Role role, Command command, long seen) {
    public static final long NOW = Long.MAX_VALUE;

    public Submission(String key, String actor, Role role, Command command) {
        this(key, actor, role, command, NOW);
    }
}
