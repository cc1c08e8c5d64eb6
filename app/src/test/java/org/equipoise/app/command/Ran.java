package org.equipoise.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.equipoise.app.Main;

/// A command that was run, with what it printed and what it complained of.
///
/// @param exit the code with which it ended
public record Ran(int exit, String out, String err) {
    public static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    /// All that was said.
    public String said() {
        return out + err;
    }
}
