package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.equipoise.allocation.vault.VaultAway;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.app.staging.Evaluation;
import org.equipoise.app.staging.Runner;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.store.Journal;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.statistics.random.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs a trial with virtual participants from its protocol.
@Command(
        name = "rehearse",
        description = "Runs the trial with virtual participants and staff, from consent to the planned tables.",
        mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The folder of a study, such as those in trials/.")
    private Path study;

    @Option(names = "--trials", paramLabel = "N", description = "Rehearse trials 1 to N and say what the design does.")
    private @Nullable Long trials;

    @Option(names = "--trial", paramLabel = "I", description = "The trial to describe; the first by default.")
    private @Nullable Long trial;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "A whole number or 32 hexadecimal digits; ${DEFAULT-VALUE} by default.",
            defaultValue = "1")
    private String seed;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "One of the study's scenarios; ${DEFAULT-VALUE} by default.",
            defaultValue = RehearsalPlan.DEFAULT)
    private String scenario;

    @Option(
            names = "--runner",
            paramLabel = "full|kernel",
            description =
                    "full: every command and event. kernel: the same decisions without a record, for many trials.",
            defaultValue = "full")
    private Runner runner;

    @Option(
            names = "--truth",
            paramLabel = "N",
            description = "Trials from which the truth of the estimands is computed; as many as --trials, 200 to 2000.")
    private @Nullable Long truth;

    @Option(names = "--threads", paramLabel = "N", description = "Trials at a time; all cores by default.")
    private @Nullable Integer threads;

    @Option(
            names = "--store",
            paramLabel = "memory|postgres",
            description = "Where the trial's journal is kept; ${DEFAULT-VALUE} by default.",
            defaultValue = "memory")
    private Keeping store;

    @Mixin
    private final Installation installation = new Installation();

    @Option(
            names = "--witness",
            paramLabel = "FILE",
            description = "With --witness-program: the file in which somebody else keeps the journal's checkpoints.")
    private @Nullable Path witness;

    @Option(
            names = "--witness-program",
            paramLabel = "COMMAND",
            description = "What keeps them there: a command, run without a shell, that is given each with its proof.")
    private @Nullable String witnessProgram;

    @Option(
            names = "--vault",
            paramLabel = "SOCKET",
            description = "Where a vault answers that was made for this rehearsal: equipoise vault --rehearsal SEED.")
    private @Nullable Path vault;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write report.html, results.json, the journal and its key.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Results as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        long count = trials == null ? 1 : atLeastOne("--trials", trials);
        long described = trial == null ? 1 : atLeastOne("--trial", trial);
        if (trials != null && described > count) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--trial " + described + " is not among the " + count
                            + " trials of --trials. Ask for one of them.");
        }
        Seed key = seed();
        int workers = threads();
        store.require(runner, installation);
        if ((witness == null) != (witnessProgram == null)) {
            throw new Stop(ExitCode.USAGE, "--witness and --witness-program go together.");
        }
        Studies.Rehearsable rehearsable = Studies.rehearsable(study, scenario);
        try (Interruption interruption = new Interruption()) {
            Optional<Characteristics> found = trials == null && runner == Runner.FULL
                    ? Optional.empty()
                    : Optional.of(evaluate(rehearsable, key, workers, count, interruption));
            tell(rehearsable, new Stage(rehearsable.study(), rehearsable.plan(), key, described), count, found);
            return (interruption.isStopped() ? ExitCode.INTERRUPTED : ExitCode.DONE).code();
        }
    }

    private Characteristics evaluate(
            Studies.Rehearsable rehearsable, Seed key, int workers, long count, Interruption interruption) {
        Evaluation evaluation = new Evaluation(rehearsable.study(), rehearsable.plan(), key, runner, workers);
        if (runner == Runner.KERNEL && !evaluation.isKernel()) {
            throw new Stop(
                    ExitCode.USAGE, "The kernel does not know the method of the primary analysis. Use --runner full.");
        }
        Progress progress = new Progress(spec.commandLine().getErr(), interruption::isStopped);
        long forTruth = truth == null ? evaluation.usualForTruth(count) : atLeastOne("--truth", truth);
        return evaluation.run(count, forTruth, progress::of);
    }

    private void tell(Studies.Rehearsable rehearsable, Stage stage, long count, Optional<Characteristics> found) {
        PrintWriter print = spec.commandLine().getOut();
        if (runner == Runner.KERNEL) {
            Characteristics characteristics = found.orElseThrow();
            if (out != null) {
                RehearsalFolder.write(out, rehearsable.study(), rehearsable.plan(), seed, characteristics);
            }
            print.println(
                    json
                            ? Json.of(RehearsalJson.of(rehearsable.study(), rehearsable.plan(), seed, characteristics))
                            : RehearsalText.of(rehearsable.study(), rehearsable.plan(), seed, characteristics));
            written(print, "results.json, characteristics.html");
            return;
        }
        store.keep(
                stage.study(),
                installation,
                spec.commandLine().getErr(),
                place -> tell(print, rehearsed(stage, place, count, found)));
    }

    private Rehearsed rehearsed(Stage stage, Keeping.Place place, long count, Optional<Characteristics> found) {
        try {
            return Rehearsed.of(stage, witnessed(stage, place.journal()), place.apart(), vault, seed, count, found);
        } catch (VaultAway e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.getMessage() + " The rehearsal stops: begin it again.");
        } catch (IllegalArgumentException e) {
            if (vault == null) {
                throw e;
            }
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    "The vault at " + vault
                            + " is not this rehearsal's. Make one by: equipoise vault STUDY DIR --socket"
                            + " FILE --rehearsal " + seed);
        }
    }

    private Witnessed witnessed(Stage stage, Journal journal) {
        return witness == null || witnessProgram == null
                ? Witnessed.byNobodyElse(journal, stage, store)
                : Witnessed.by(new WitnessProgram(witness, witnessProgram, stage), journal, stage, store);
    }

    private void tell(PrintWriter print, Rehearsed rehearsed) {
        if (out != null) {
            RehearsalFolder.write(out, rehearsed);
        }
        rehearsed.journal().checkpoint();
        rehearsed
                .journal()
                .absence()
                .ifPresent(why -> spec.commandLine().getErr().println(why));
        print.println(json ? Json.of(RehearsalJson.of(rehearsed)) : RehearsalText.of(rehearsed));
        written(
                print,
                "report.html, results.json, journal, journal.key"
                        + (rehearsed.witness().isPresent() ? ", journal.witness" : "")
                        + (rehearsed.characteristics().isPresent() ? ", characteristics.html" : ""));
    }

    private void written(PrintWriter print, String files) {
        if (out != null && !json) {
            print.println("Written to " + out + ": " + files);
        }
    }

    private static long atLeastOne(String option, long number) {
        if (number < 1) {
            throw new Stop(ExitCode.USAGE, option + " " + number + " asks for nothing: trials count from 1.");
        }
        return number;
    }

    private Seed seed() {
        try {
            return Seed.parse(seed);
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.USAGE, "--seed " + seed + " is no seed. " + e.getMessage());
        }
    }

    private int threads() {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1 || wanted > MOST_THREADS) {
            throw new Stop(ExitCode.USAGE, "--threads " + wanted + " cannot be: use 1 to " + MOST_THREADS + ".");
        }
        return wanted;
    }
}
