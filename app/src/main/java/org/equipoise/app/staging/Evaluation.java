package org.equipoise.app.staging;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.kernel.KernelTrial;
import org.equipoise.rehearsal.plan.Prior;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.trial.ExpectedPower;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import org.equipoise.rehearsal.trial.Truths;
import org.equipoise.statistics.performance.Figure;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// Evaluates a design under one scenario: first the truth of its estimands, from trials of their own, then as many
/// trials as were asked for.
public record Evaluation(Study study, RehearsalPlan plan, Seed seed, Runner runner, int threads) {
    /// The truth rests on at least so many trials of the kernel.
    private static final long FEWEST = 200;

    private static final long FEWEST_IN_FULL = 20;

    /// More than so many are not needed by default: its Monte Carlo error is then told from that of the mean.
    private static final long MOST = 2_000;

    /// What is going on, for whoever watches.
    public enum Phase {
        TRUTH,
        TRIALS
    }

    /// Tells the watch of each phase.
    @FunctionalInterface
    public interface Watching {
        Sweep.Watch of(Phase phase, long trials);
    }

    /// How many trials the truth rests on where nobody says.
    public long usualForTruth(long trials) {
        return isKernel()
                ? Math.min(MOST, Math.max(trials, FEWEST))
                : Math.min(FEWEST, Math.max(trials, FEWEST_IN_FULL));
    }

    /// Whether the kernel knows how the primary analyses are computed.
    public boolean isKernel() {
        return study.plan().primary().stream().allMatch(KernelTrial::answers);
    }

    public Characteristics run(long trials, long forTruth, Watching watching) {
        Truths truths = new Truths();
        new Sweep(study, plan, truthSeed(), isKernel() ? Runner.KERNEL : Runner.FULL, threads)
                .run(forTruth, truths::add, watching.of(Phase.TRUTH, forTruth));
        OperatingCharacteristics figures = new OperatingCharacteristics(truths);
        new Sweep(study, plan, seed, runner, threads).run(trials, figures::add, watching.of(Phase.TRIALS, trials));
        return new Characteristics(runner, trials, figures, assurance());
    }

    private Seed truthSeed() {
        RandomStream stream = seed.stream(0, 0, RandomStream.key("truth"));
        return new Seed(stream.nextLong(), stream.nextLong());
    }

    /// Over the belief of the study, at its own size and at those it names.
    private SequencedMap<Integer, Figure> assurance() {
        SequencedMap<Integer, Figure> assurance = new LinkedHashMap<>();
        plan.prior()
                .ifPresent(prior -> study.plan().primary().stream()
                        .filter(analysis -> analysis.endpoint().isResponse())
                        .findFirst()
                        .ifPresent(analysis -> prior.sizes(
                                        study.design().randomization().participants())
                                .forEach(size -> assurance.put(size, assurance(prior, analysis, size)))));
        return assurance;
    }

    private Figure assurance(Prior prior, Analysis analysis, int size) {
        Design design = study.design();
        int shares = design.arms().stream().mapToInt(Arm::share).sum();
        int reference = size(design, analysis.reference(), size, shares);
        String other = design.arms().stream()
                .map(Arm::id)
                .filter(arm -> !arm.equals(analysis.reference()))
                .findFirst()
                .orElseThrow();
        double alpha = BigDecimal.ONE.subtract(analysis.confidence()).doubleValue();
        return ExpectedPower.of(
                prior,
                size(design, other, size, shares),
                reference,
                alpha,
                seed.stream(0, size, RandomStream.key("assurance")));
    }

    private static int size(Design design, String arm, int participants, int shares) {
        return design.arms().stream()
                        .filter(each -> each.id().equals(arm))
                        .mapToInt(Arm::share)
                        .sum()
                * participants
                / shares;
    }
}
