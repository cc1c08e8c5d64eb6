package org.equipoise.app;

/// Ends the program with a sentence for the person at the keyboard.
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ExitCode exit;

    public Stop(ExitCode exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    public ExitCode exit() {
        return exit;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
