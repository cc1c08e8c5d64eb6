package org.equipoise.app;

/// What the program tells the shell.
public enum ExitCode {
    DONE(0),
    /// Findings of severity error, or an archive that does not verify.
    FINDINGS(1),
    USAGE(2),
    BAD_INPUT(3),
    ENVIRONMENT(4),
    BUG(70),
    /// Ctrl-C: what was done is told.
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
