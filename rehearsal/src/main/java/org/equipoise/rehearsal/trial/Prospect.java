package org.equipoise.rehearsal.trial;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Place;
import org.equipoise.rehearsal.plan.Prior;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// Whether the size of the trial is enough for what is believed of it, where the study says what is believed.
public final class Prospect {
    /// A trial that fails more often than it succeeds, over all that is believed.
    private static final double EVEN = 0.5;

    /// Enough to tell a half from what is less: the Monte Carlo error is about a hundredth.
    private static final int DRAWS = 1_000;

    private Prospect() {}

    public static List<Finding> findings(Study study, RehearsalPlan plan) {
        Findings findings = new Findings();
        Optional<Analysis> primary = study.plan().primary().stream()
                .filter(analysis -> analysis.endpoint().isResponse())
                .findFirst();
        plan.prior()
                .ifPresent(prior -> primary.ifPresent(analysis -> {
                    int size = study.design().randomization().participants();
                    double assurance = assurance(study.design(), prior, analysis, size);
                    if (assurance < EVEN) {
                        findings.warning(
                                "low-assurance",
                                new Place("rehearsal.yaml", 0),
                                "with " + size + " participants the primary analysis succeeds with probability "
                                        + String.format(Locale.ROOT, "%.2f", assurance)
                                        + " over what is believed of the drug",
                                "a trial that is likely to miss what it looks for asks much of people for little (SPIRIT 2025"
                                        + " item 19)",
                                "Plan more participants, or accept with a reason");
                    }
                }));
        return findings.inOrder();
    }

    private static double assurance(Design design, Prior prior, Analysis analysis, int size) {
        int shares = design.arms().stream().mapToInt(Arm::share).sum();
        int reference = size
                * design.arms().stream()
                        .filter(arm -> arm.id().equals(analysis.reference()))
                        .mapToInt(Arm::share)
                        .sum()
                / shares;
        int other = size
                * design.arms().stream()
                        .filter(arm -> !arm.id().equals(analysis.reference()))
                        .mapToInt(Arm::share)
                        .findFirst()
                        .orElse(1)
                / shares;
        return ExpectedPower.of(
                        prior,
                        other,
                        reference,
                        BigDecimal.ONE.subtract(analysis.confidence()).doubleValue(),
                        Seed.of(1).stream(0, size, RandomStream.key("prospect")),
                        DRAWS)
                .value();
    }
}
