package org.equipoise.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.exchange.draft.Asked;
import org.equipoise.exchange.draft.NewStudy;
import org.equipoise.protocol.finding.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Begins a study with a few questions.
@Command(
        name = "init",
        description = "Begins a study: asks at most eight questions, on the terminal or from standard input, that no "
                + "option answers. An empty answer leaves a decision open.",
        mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "STUDY",
            description = "The folder to write, which is not there yet.")
    private Path study;

    @Option(names = "--title", description = "What the trial is called.")
    private @Nullable String title;

    @Option(names = "--arms", description = "Its arms, separated by commas.")
    private @Nullable String arms;

    @Option(names = "--ratio", description = "The ratio of allocation, as 1:1.")
    private @Nullable String ratio;

    @Option(names = "--participants", description = "How many participants are randomised.")
    private @Nullable String participants;

    @Option(names = "--blinding", description = "double, single or open.")
    private @Nullable String blinding;

    @Option(names = "--route", description = "The route of administration.")
    private @Nullable String route;

    @Option(names = "--weeks", description = "After how many weeks the outcome is measured.")
    private @Nullable String weeks;

    @Option(names = "--measure", description = "What is measured and its UCUM unit: 'Weight, kg'.")
    private @Nullable String measure;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        NewFolder.refuseUsed(study);
        NewStudy begun = new NewStudy(answers());
        if (!begun.conflict().isEmpty()) {
            throw new Stop(
                    ExitCode.BAD_INPUT, "The answers do not fit: " + begun.conflict() + ". Nothing was written.");
        }
        NewFolder.write(study, begun.files());
        List<Finding> findings = Studies.findings(study);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(new CheckCommand.Answer(
                    study.toString(),
                    findings.stream().map(CheckCommand.Printed::of).toList())));
        } else {
            CheckCommand.print(findings, out);
            out.println("Begun in " + study + ", with " + findings.size() + " open decisions.");
        }
        return ExitCode.DONE.code();
    }

    private Map<Asked, String> answers() {
        Map<Asked, String> answers = new EnumMap<>(Asked.class);
        Map<Asked, Optional<String>> options = new EnumMap<>(Asked.class);
        options.put(Asked.TITLE, Optional.ofNullable(title));
        options.put(Asked.ARMS, Optional.ofNullable(arms));
        options.put(Asked.RATIO, Optional.ofNullable(ratio));
        options.put(Asked.PARTICIPANTS, Optional.ofNullable(participants));
        options.put(Asked.BLINDING, Optional.ofNullable(blinding));
        options.put(Asked.ROUTE, Optional.ofNullable(route));
        options.put(Asked.WEEKS, Optional.ofNullable(weeks));
        options.put(Asked.MEASURE, Optional.ofNullable(measure));
        options.forEach((asked, option) -> option.map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .ifPresent(answer -> {
                    asked.fault(answer).ifPresent(fault -> {
                        throw new Stop(ExitCode.USAGE, asked.question() + "? " + fault + ".");
                    });
                    answers.put(asked, answer);
                }));
        if (options.values().stream().anyMatch(Optional::isEmpty)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            options.forEach((asked, option) -> {
                if (option.isEmpty()) {
                    ask(asked, in).ifPresent(answer -> answers.put(asked, answer));
                }
            });
        }
        return answers;
    }

    /// Asked again until the answer can be used, or is empty, or there is none.
    private Optional<String> ask(Asked asked, BufferedReader in) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            while (true) {
                err.print(asked.question() + "? ");
                err.flush();
                String line = in.readLine();
                if (line == null || line.isBlank()) {
                    return Optional.empty();
                }
                Optional<String> fault = asked.fault(line.strip());
                if (fault.isEmpty()) {
                    return Optional.of(line.strip());
                }
                err.println(fault.get() + ".");
            }
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, "Standard input cannot be read: " + e.getMessage());
        }
    }
}
