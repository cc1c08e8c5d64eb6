package org.equipoise.app.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equipoise.app.Software;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.Assumption;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Performance;
import org.equipoise.statistics.performance.Figure;

/// What a design does, as one self-contained page after ADEMP: aims, data, estimands, methods, performance.
final class CharacteristicsPage {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2733}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
            .first{border-left:.3rem solid #b45309;padding:.4rem .8rem;background:#fff7ed}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #d6dde5}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}small{color:#5b6875}
            @media print{body{margin:0;max-width:none}}
            """;

    private final Study study;
    private final RehearsalPlan plan;
    private final String seed;
    private final Characteristics characteristics;

    private CharacteristicsPage(Study study, RehearsalPlan plan, String seed, Characteristics characteristics) {
        this.study = study;
        this.plan = plan;
        this.seed = seed;
        this.characteristics = characteristics;
    }

    static String html(Study study, RehearsalPlan plan, String seed, Characteristics characteristics) {
        return new CharacteristicsPage(study, plan, seed, characteristics).html();
    }

    private String html() {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>What the design does: %1$s</title>
                <style>%2$s</style>
                <h1>What the design does: %1$s</h1>
                <p class="first">Simulated from assumptions: nothing here is evidence about a treatment.</p>
                <h2>Data</h2>
                <p>Scenario <b>%3$s</b>: %4$s</p>
                <p>%5$s</p>
                <h2>Estimands and performance</h2>
                %6$s
                <h2>Arms, all trials pooled</h2>
                %7$s
                %8$s
                <h2>Methods</h2>
                <p>Truth is the difference between the arms over trials of their own under the same scenario, with the same
                intercurrent events, missed doses and missing values; its Monte Carlo error is part of that of the bias. The model
                standard error of an interval that rests on none is half its width over the normal quantile. Figures and
                their Monte Carlo errors: Morris, White and Crowther, Statistics in Medicine 38 (2019) 2074–2102.</p>
                <h2>Assumptions</h2>
                <table><tr><th>assumption<th class="n">value<th>source<th>certainty</tr>
                %9$s</table>
                <p><small>%10$s, protocol hash %11$s</small></p>
                </html>
                """.formatted(
                escaped(study.title().english()),
                STYLE,
                escaped(plan.scenario()),
                escaped(plan.says()),
                trials(),
                characteristics.figures().comparisons().stream()
                        .map(this::performance)
                        .collect(Collectors.joining("\n")),
                population(),
                assurance(),
                plan.assumptions().stream().map(CharacteristicsPage::assumption).collect(Collectors.joining("\n")),
                Software.NAME,
                study.conduct().hash().hex());
    }

    private String trials() {
        long done = characteristics.figures().trials();
        String stopped = done < characteristics.asked()
                ? String.format(Locale.ROOT, " Stopped before the %,d that were asked for.", characteristics.asked())
                : "";
        return String.format(
                Locale.ROOT,
                "%,d trials, seed %s, runner %s.%s",
                done,
                escaped(seed),
                characteristics.runner(),
                stopped);
    }

    private String performance(Performance shown) {
        return "<h3>" + label(shown.comparison().arm()) + " − "
                + label(shown.comparison().reference()) + ": "
                + escaped(shown.comparison().endpoint())
                + " at " + escaped(shown.comparison().at()) + "</h3>"
                + "<table><tr><th>measure<th class=\"n\">value<th class=\"n\">Monte Carlo error</tr>"
                + row(
                        "Rejection rate (power, or type I error where there is no effect)",
                        Optional.of(shown.rejection()))
                + row("Truth of the estimand in this scenario", shown.truth())
                + row("Mean of the estimates", shown.estimate())
                + row("Bias", shown.bias())
                + row("Empirical standard error", shown.empiricalError())
                + row("Model standard error", shown.modelError())
                + row("Coverage of the interval", shown.coverage())
                + "</table><p><small>"
                + String.format(
                        Locale.ROOT,
                        "Estimable in %,d of %,d trials; test and interval disagree in %,d.",
                        shown.estimable(),
                        shown.trials(),
                        shown.disagreements())
                + "</small></p>";
    }

    private static String row(String name, Optional<Figure> figure) {
        return "<tr><td>" + name
                + figure.map(value -> String.format(
                                Locale.ROOT,
                                "<td class=\"n\">%.4f<td class=\"n\">%.4f</tr>",
                                value.value(),
                                value.monteCarloError()))
                        .orElse("<td class=\"n\">too few trials<td></tr>");
    }

    private String population() {
        return "<table><tr><th>arm<th>endpoint<th class=\"n\">participants<th class=\"n\">mean</tr>"
                + characteristics.figures().population().stream()
                        .map(pooled -> String.format(
                                Locale.ROOT,
                                "<tr><td>%s<td>%s at %s<td class=\"n\">%,d<td class=\"n\">%.4f</tr>",
                                label(pooled.arm()),
                                escaped(pooled.endpoint()),
                                escaped(pooled.at()),
                                pooled.n(),
                                pooled.estimate()))
                        .collect(Collectors.joining("\n"))
                + "</table>";
    }

    private String assurance() {
        if (characteristics.assurance().isEmpty()) {
            return "";
        }
        return "<h2>Assurance</h2><p>The chance that the test rejects, over what the study believes beforehand.</p>"
                + "<table><tr><th class=\"n\">participants<th class=\"n\">assurance<th class=\"n\">Monte Carlo error</tr>"
                + characteristics.assurance().entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "<tr><td class=\"n\">%d<td class=\"n\">%.3f<td class=\"n\">%.3f</tr>",
                                entry.getKey(),
                                entry.getValue().value(),
                                entry.getValue().monteCarloError()))
                        .collect(Collectors.joining("\n"))
                + "</table>";
    }

    private static String assumption(Assumption assumption) {
        return "<tr><td>" + escaped(assumption.name()) + "<td class=\"n\">" + escaped(assumption.value()) + "<td>"
                + escaped(assumption.source()) + "<td>" + escaped(assumption.certainty()) + "</tr>";
    }

    private String label(String arm) {
        return study.design().arms().stream()
                .filter(each -> each.id().equals(arm))
                .map(each -> escaped(each.label().english()))
                .findFirst()
                .orElse(escaped(arm));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
