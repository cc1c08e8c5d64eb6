package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The manual page of all instruments, written from their folders. Of a variant it says what differs. One file because
/// it is one page.
final class InstrumentsPage {
    private static final String HEAD = """
            # How we measure

            Made by the tests of the room `instruments` from its folders (`-Dequipoise.docs=write` makes it anew). The
            definitions are paraphrases of our own. How sure we are of a statement stands beside it: verified (checked
            against a public source), literature (well known, not checked again), derived, proposed (our choice),
            uncertain.

            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private InstrumentsPage() {}

    static String of(List<Instrument> instruments) {
        InstrumentsPage page = new InstrumentsPage();
        page.row("instrument", "version", "what it is", "scores");
        page.row("---", "---", "---", "---");
        instruments.forEach(instrument -> page.row(
                "`" + instrument.id() + "`",
                instrument.version(),
                instrument.title()
                        + instrument.use().map(_ -> " (**demonstration only**)").orElse(""),
                codes(instrument.scores().keySet().stream())));
        instruments.forEach(page::write);
        return page.page.toString();
    }

    private void write(Instrument instrument) {
        line("");
        line("## `" + instrument.id() + "`, version " + instrument.version());
        paragraph("**" + instrument.title() + ".**");
        instrument.use().ifPresent(_ -> paragraph("**For demonstration only**: results never count in a trial."));
        instrument.variantOf().ifPresent(other -> paragraph("As `" + other + "`, except for what is said here."));
        own(instrument, each -> List.of(each.license())).forEach(this::paragraph);
        own(instrument, each -> each.lookBack().stream().toList())
                .forEach(window ->
                        paragraph("Looks back " + window.days() + " days (" + word(window.certainty()) + ")."));
        list(
                "Sources",
                own(instrument, Instrument::sources)
                        .map(source -> source.citation() + " (" + word(source.certainty()) + ")"));
        list(
                "Where versions differ, this one takes",
                own(instrument, Instrument::conventions)
                        .map(point -> "*" + spaced(point.key()) + "*: " + point.taken() + " (" + word(point.certainty())
                                + ")"));
        list("It does not decide", own(instrument, Instrument::undecided));
        instrument.scores().forEach((name, scoring) -> score(instrument, name, scoring));
    }

    private void score(Instrument instrument, String name, Scoring scoring) {
        paragraph("### `" + instrument.id() + "`: " + name);
        switch (scoring) {
            case WeightedSum sum -> sum(instrument, sum);
            case CompositeResponse composite -> composite(instrument, composite);
            case Rating rating -> rating(rating);
            case Product product -> product(product);
            case GradedThresholds grading -> grading(grading);
            case LicensedGrade licensed -> licensed(licensed);
        }
    }

    private void sum(Instrument instrument, WeightedSum sum) {
        paragraph("Adds the weight of each item as often as its answer is worth: "
                + sum.answers().entrySet().stream()
                        .map(answer -> "`" + answer.getKey() + "` " + answer.getValue())
                        .collect(Collectors.joining(", "))
                + "; " + codes(Stream.concat(sum.openAnswers().stream(), Stream.of(Input.NOT_DONE)))
                + " and silence leave it open. From " + sum.type().possible().low() + " to "
                + sum.type().possible().high() + ".");
        List<WeightedSum.Item> original =
                original(instrument, WeightedSum.class).map(WeightedSum::items).orElse(List.of());
        List<String> kept = sum.items().stream().map(WeightedSum.Item::key).toList();
        List<WeightedSum.Item> own =
                sum.items().stream().filter(item -> !original.contains(item)).toList();
        if (!own.isEmpty()) {
            line("");
            row("item", "weight", "system", "what counts", "proposed when", "sure");
            row("---", "---", "---", "---", "---", "---");
            own.forEach(item -> row(
                    "`" + item.key() + "`",
                    Integer.toString(item.weight()),
                    item.system(),
                    item.definition()
                            + item.excluding()
                                    .map(causes -> " Not from: " + String.join(", ", causes) + ".")
                                    .orElse("")
                            + item.countsWhen()
                                    .map(rule -> " Counts only when `" + rule.when() + "`.")
                                    .orElse(""),
                    item.proposed().stream()
                            .flatMap(List::stream)
                            .map(rule -> "`" + rule.when() + "`")
                            .collect(Collectors.joining("; or ")),
                    word(item.certainty())));
        }
        List<String> dropped = original.stream()
                .map(WeightedSum.Item::key)
                .filter(key -> !kept.contains(key))
                .toList();
        if (!dropped.isEmpty()) {
            paragraph("Without " + codes(dropped.stream()) + ".");
        }
        List<Input.Number> measured = original.isEmpty() ? sum.evidence() : List.of();
        if (!measured.isEmpty()) {
            paragraph("The measurements that proposals read, where a study collects them:");
            inputs(measured);
        }
        List<Input.Number> read = sum.inputs().stream()
                .filter(Input.Number.class::isInstance)
                .map(Input.Number.class::cast)
                .toList();
        if (!read.isEmpty()) {
            paragraph("The measurements that the score itself needs:");
            inputs(read);
        }
    }

    private void composite(Instrument instrument, CompositeResponse composite) {
        paragraph(
                "A responder meets all components; one that fails makes a non-responder; else one that cannot be judged"
                        + " makes the response not evaluable, and is named with the reason.");
        List<Component> original = original(instrument, CompositeResponse.class)
                .map(CompositeResponse::components)
                .orElse(List.of());
        line("");
        row("component", "what must hold", "sure");
        row("---", "---", "---");
        composite.components().stream()
                .filter(component -> !original.contains(component))
                .forEach(component -> row(component.id(), component.title(), word(component.certainty())));
        if (original.isEmpty()) {
            inputs(composite.inputs());
        }
    }

    private void rating(Rating rating) {
        paragraph("The mark itself, to the decimal: "
                + rating.anchors().entrySet().stream()
                        .map(anchor -> anchor.getKey() + " " + anchor.getValue())
                        .collect(Collectors.joining(", "))
                + ".");
        inputs(rating.inputs());
    }

    private void product(Product product) {
        paragraph("In `" + product.unit() + "`, rounded half up to " + product.decimals() + " decimals: the product of "
                + words(product.factors()) + ".");
        inputs(product.inputs());
    }

    private static String words(List<Factor> factors) {
        return factors.isEmpty()
                ? "1"
                : factors.stream().map(InstrumentsPage::words).collect(Collectors.joining(" × "));
    }

    private static String words(Factor factor) {
        return switch (factor) {
            case Factor.Constant(var value) -> value.toString();
            case Factor.Power(var of, var per, var atLeast, var atMost, var exponent) -> {
                String share = per.compareTo(BigDecimal.ONE) == 0 ? of : of + "/" + per;
                String least = atLeast.map(limit -> "max(" + share + ", " + limit + ")")
                        .orElse(share);
                yield atMost.map(limit -> "min(" + least + ", " + limit + ")").orElse(least) + "^" + exponent;
            }
            case Factor.Exponential(var base, var of) -> base + "^" + of;
            case Factor.Chosen(var by, var factors) ->
                factors.entrySet().stream()
                        .map(choice -> by + " " + choice.getKey() + ": " + words(choice.getValue()))
                        .collect(Collectors.joining("; ", "(", ")"));
        };
    }

    private void grading(GradedThresholds grading) {
        paragraph(grading.title() + ", in `" + grading.value().unit() + "`"
                + grading.value()
                        .also()
                        .map(also -> " or `" + also.unit() + "`")
                        .orElse("") + "; reads "
                + codes(grading.inputs().stream().map(Input::key)) + ".");
        line("");
        row("for whom", "1", "2", "3", "4");
        row("---", "---", "---", "---", "---");
        grading.ladders()
                .forEach(ladder -> row(Stream.concat(
                                Stream.of(ladder.baseline()
                                        .map(state -> "baseline " + word(state))
                                        .orElse("all")),
                                Stream.of(1, 2, 3, 4).map(grade -> threshold(ladder, grade)))
                        .toArray(String[]::new)));
        grading.leftToPeople()
                .ifPresent(clauses -> paragraph("Left to people: "
                        + clauses.entrySet().stream()
                                .map(clause -> "grade " + clause.getKey() + ", " + clause.getValue())
                                .collect(Collectors.joining("; "))
                        + "."));
    }

    private static String threshold(GradedThresholds.Ladder ladder, int grade) {
        String times = ladder.times() == GradedThresholds.Reference.ONE ? "" : " × " + word(ladder.times());
        return Stream.of(
                        step("<", ladder.below(), grade),
                        step(">", ladder.above(), grade),
                        step("≥", ladder.atLeast(), grade))
                .flatMap(Optional::stream)
                .map(step -> step + times)
                .findFirst()
                .orElse("–");
    }

    private static Optional<String> step(String relation, Optional<Map<Integer, BigDecimal>> thresholds, int grade) {
        return thresholds.map(steps -> steps.get(grade)).map(amount -> relation + " " + amount);
    }

    private void licensed(LicensedGrade licensed) {
        paragraph("One of " + codes(licensed.codes().stream()) + ", by the installed scorer `" + licensed.scorer()
                + "`; without one the answer is unknown: no licensed scorer is installed. Asks "
                + codes(licensed.inputs().stream().map(Input::key)) + ".");
    }

    private void inputs(List<? extends Input> inputs) {
        line("");
        row("input", "answers", "question");
        row("---", "---", "---");
        inputs.forEach(input -> row("`" + input.key() + "`", answers(input), input.definition()));
    }

    private static String answers(Input input) {
        return switch (input) {
            case Input.Number number ->
                number.from() + " to " + number.to() + " `" + number.unit() + "`"
                        + number.also()
                                .map(also ->
                                        ", or in `" + also.unit() + "` (" + also.amount() + " is " + also.is() + ")")
                                .orElse("");
            case Input.Code code ->
                codes(code.type().codes().stream())
                        + code.gradedBy()
                                .map(id -> "; by `" + id + "`, typed in for demonstration only")
                                .orElse("");
        };
    }

    /// What an instrument says beside what it is a variant of.
    private static <T> Stream<T> own(Instrument instrument, Function<Instrument, List<T>> part) {
        List<T> original = original(instrument).map(part).orElse(List.of());
        return part.apply(instrument).stream().filter(each -> !original.contains(each));
    }

    private static Optional<Instrument> original(Instrument instrument) {
        return instrument
                .variantOf()
                .map(place -> place.split("/"))
                .flatMap(place -> Instruments.find(place[0], place[1]));
    }

    private static <T extends Scoring> Optional<T> original(Instrument instrument, Class<T> kind) {
        return original(instrument).flatMap(Instrument::onlyScore).map(kind::cast);
    }

    private void list(String title, Stream<String> points) {
        List<String> lines = points.toList();
        if (!lines.isEmpty()) {
            paragraph(title + ":");
            line("");
            lines.forEach(point -> line("- " + point));
        }
    }

    private void paragraph(String text) {
        line("");
        line(text);
    }

    private void row(String... cells) {
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            safe.add(cell.replace("|", "\\|"));
        }
        line("| " + String.join(" | ", safe) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String codes(Stream<String> codes) {
        return codes.map(code -> "`" + code + "`").collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return spaced(constant.name().toLowerCase(Locale.ROOT));
    }

    private static String spaced(String key) {
        return key.replace('_', ' ');
    }
}
