package org.equipoise.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.equipoise.app.command.AuthorizeRevealCommand;
import org.equipoise.app.command.BackupCommand;
import org.equipoise.app.command.CheckCommand;
import org.equipoise.app.command.CodeBreakCommand;
import org.equipoise.app.command.DiffCommand;
import org.equipoise.app.command.ExportCommand;
import org.equipoise.app.command.ImportCommand;
import org.equipoise.app.command.InitCommand;
import org.equipoise.app.command.ProveCommand;
import org.equipoise.app.command.RehearseCommand;
import org.equipoise.app.command.RestoreCommand;
import org.equipoise.app.command.SchemaCommand;
import org.equipoise.app.command.VaultCommand;
import org.equipoise.app.command.VerifyCommand;
import org.equipoise.language.expression.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program's entry.
@Command(
        name = "equipoise",
        description = "Runs a randomised, blinded clinical trial from one protocol.",
        version = Software.NAME,
        mixinStandardHelpOptions = true)
public final class Main {
    private static final Map<String, Supplier<Callable<Integer>>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Supplier<Callable<Integer>>> commands() {
        Map<String, Supplier<Callable<Integer>>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("prove", ProveCommand::new);
        commands.put("vault", VaultCommand::new);
        commands.put("code-break", CodeBreakCommand::new);
        commands.put("authorize-reveal", AuthorizeRevealCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        return commands;
    }

    /// The command that is asked for alone, for making them all takes a fifth of a second; all of them where it is
    /// another word.
    private static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        Supplier<Callable<Integer>> asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (asked != null) {
            return line.addSubcommand(arguments[0], asked.get());
        }
        COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line;
    }

    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /// Runs one command line and gives its exit code.
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = line(arguments);
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, _) -> {
            err.println(sentence(problem));
            err.println("Type: equipoise "
                    + (problem.getCommandLine().getParent() == null
                            ? ""
                            : problem.getCommandLine().getCommandName() + " ")
                    + "--help");
            return ExitCode.USAGE.code();
        });
        line.setExecutionExceptionHandler((problem, _, _) -> {
            if (problem instanceof Stop stop) {
                err.println(stop.sentence());
                return stop.exit().code();
            }
            err.println("This is a fault of the program, not of your study: " + problem);
            problem.printStackTrace(err);
            return ExitCode.BUG.code();
        });
        if (arguments.length == 0) {
            line.usage(out);
            return ExitCode.USAGE.code();
        }
        return line.execute(arguments);
    }

    /// A word that nothing expects, with the one that was probably meant; picocli's own sentence for the rest.
    private static String sentence(ParameterException problem) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(problem.getMessage());
        }
        CommandLine line = problem.getCommandLine();
        String word = unmatched.getUnmatched().getFirst();
        boolean option = word.startsWith("-");
        Collection<String> known = option
                ? line.getCommandSpec().optionsMap().keySet()
                : line.getSubcommands().keySet();
        String kind = option ? "option" : known.isEmpty() ? "place here for" : "command";
        return "There is no " + kind + " '" + word + "'."
                + NearestWord.to(word, known)
                        .map(nearest -> " Did you mean '" + nearest + "'?")
                        .orElse(known.isEmpty() ? "" : " There are: " + String.join(", ", new TreeSet<>(known)) + ".");
    }
}
