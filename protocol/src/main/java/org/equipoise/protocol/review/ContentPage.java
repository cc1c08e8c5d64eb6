package org.equipoise.protocol.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.InWords;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.design.Succession;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.endpoint.AdverseEventPlan;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.safety.Grading;
import org.equipoise.protocol.safety.ReportingClock;
import org.equipoise.protocol.safety.StoppingRule;

/// The content review page of a study, as Markdown: one line a rule. It is one list because each part is a few lines of
/// the same kind; what it leaves out is layout, sources, and what a rehearsal assumes.
public final class ContentPage {
    private final Study study;
    private final InWords words;
    private final StringBuilder page = new StringBuilder();

    private ContentPage(Study study) {
        this.study = study;
        this.words = new InWords(this::type, this::name);
    }

    public static String of(Study study) {
        ContentPage page = new ContentPage(study);
        page.write();
        return page.page.toString();
    }

    private void write() {
        page.append("# ").append(study.title()).append("\n\n");
        line("What the program will do, in words. Protocol hash "
                + study.conduct().hash().hex() + ". Whoever signs has read every line.");
        study.succession().ifPresent(this::succession);
        design();
        schedule();
        eligibility();
        study.forms().forEach(this::form);
        ranges();
        checks();
        safety();
        endpoints();
        analyses();
        page.append("\n## Signatures\n\n| role | name | date | signature |\n|---|---|---|---|\n")
                .append("| investigator | | | |\n| statistician | | | |\n| sponsor | | | |\n");
    }

    private void succession(Succession succession) {
        heading("Taking over from the version before");
        String who = switch (succession.reconsent()) {
            case ALL -> "everyone who is still in the trial consents again before it applies to them";
            case IN_TREATMENT ->
                "everyone for whom treatment is still planned consents again before it applies to them";
            case NONE -> "it applies to everyone at once, and nobody consents again";
        };
        item(who + ": " + succession.why());
        if (!succession.retires().isEmpty()) {
            item("given up on purpose: "
                    + list(succession.retires().stream().sorted().toList()));
        }
    }

    private void design() {
        heading("Arms and doses");
        int ratio = study.design().arms().stream().mapToInt(Arm::share).sum();
        study.design()
                .arms()
                .forEach(arm -> item(arm.id() + " (" + arm.label() + ", " + arm.type() + "): "
                        + study.design().regimen().amounts().get(arm.id()) + " a dose, " + arm.share() + " of " + ratio
                        + " participants"));
        item("given " + study.design().regimen().route() + ", on days "
                + list(study.design().regimen().doseDays()) + " of each cycle: "
                + study.design().regimen().doseDays().size() + " doses a cycle, "
                + study.design().doses() + " in all"
                + hidden(study.design().regimen().hiddenFrom()));
        Randomization randomization = study.design().randomization();
        item(randomization.participants() + " participants by " + randomization.procedure() + " in blocks of "
                + list(randomization.blockSizes()));
        randomization
                .factors()
                .forEach(factor -> factor.levels()
                        .forEach(level ->
                                item("stratum " + factor.id() + " = " + level.id() + ": " + words.of(level.when()))));
    }

    private void schedule() {
        heading("Visits");
        for (Encounter visit : study.design().encounters()) {
            item(visit.id() + " (" + visit.label() + ") on day " + visit.day() + ", up to " + visit.before()
                    + " days before and " + visit.after() + " after"
                    + (visit.notOnDosingDay() ? ", never on a dosing day" : "")
                    + (visit.activities().isEmpty()
                            ? ""
                            : "; "
                                    + visit.activities().stream()
                                            .map(each -> plain(each.name()))
                                            .sorted()
                                            .collect(Collectors.joining(", ")))
                    + ": " + list(visit.forms()));
        }
    }

    private void eligibility() {
        heading("Who may take part");
        for (Criterion criterion : study.criteria()) {
            item(criterion.id() + ", " + plain(criterion.kind().name()) + " (" + criterion.text() + "): "
                    + words.of(criterion.holds()));
        }
        Map<String, Integer> windows = new TreeMap<>();
        study.criteria().forEach(criterion -> windows.putAll(criterion.windows()));
        windows.forEach((form, days) -> item("answers of " + form + " count for " + days + " days"));
        study.criteria()
                .forEach(criterion -> new TreeMap<>(criterion.windows()).forEach((form, days) -> {
                    if (!days.equals(windows.get(form))) {
                        item(criterion.id() + ": answers of " + form + " count for " + days + " days");
                    }
                }));
    }

    private void form(Form form) {
        heading("Form " + form.id() + " (" + form.title() + ")");
        item((form.rules().log() ? "a log" : "at visits") + ", written by "
                + list(form.rules().submittedBy()) + hidden(form.rules().hiddenFrom())
                + (form.rules().after().isEmpty()
                        ? ""
                        : ", after " + list(form.rules().after()))
                + (form.rules().resultsLater() ? ", results come later" : "")
                + when(form.rules().when()));
        form.items().forEach(this::item);
        for (Score score : form.scores()) {
            item(score.name().item() + " (" + score.label() + "): computed by "
                    + score.instrument().id() + " version " + score.instrument().version() + " from "
                    + new TreeMap<>(score.inputs())
                            .entrySet().stream()
                                    .map(input -> input.getKey() + " = " + input.getValue())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private void item(Item item) {
        String type = switch (item.type()) {
            case ItemType.Amount(var unit, var range) -> "number in " + unit + " within " + range;
            case ItemType.Code(var codes) -> "one of " + list(codes);
            case ItemType.Day _ -> "date";
            case ItemType.Text(var longest) -> "text of at most " + longest + " characters";
        };
        item(item.name().item() + " (" + item.label() + "): " + type + (item.required() ? "" : ", may be left out")
                + (item.unblinding() ? ", sealed" : "")
                + (item.identifying() ? ", identifying" : "") + when(item.when()));
    }

    private void ranges() {
        heading("Reference ranges (the first that applies)");
        new TreeMap<>(study.ranges())
                .forEach((item, ranges) -> ranges.forEach(range -> item(item
                        + range.low()
                                .map(low -> ", lower limit " + low.toPlainString())
                                .orElse("")
                        + range.high()
                                .map(high -> ", upper limit " + high.toPlainString())
                                .orElse("")
                        + when(range.when()))));
    }

    private void checks() {
        heading("Questions asked by the program");
        for (Check check : study.checks()) {
            item(check.id() + " on " + list(check.on()) + ", to the " + check.queryTo()
                    + (check.deviation() ? ", a deviation" : "") + ": when " + words.of(check.firesWhen()));
        }
    }

    private void safety() {
        heading("Safety");
        study.safety().grading().ifPresent(this::grading);
        if (!study.safety().specialInterest().isEmpty()) {
            item("of special interest: " + list(study.safety().specialInterest()));
        }
        for (ReportingClock clock : study.safety().clocks()) {
            item(clock.id() + ": to the " + clock.to() + " within " + clock.withinHours() + " hours when "
                    + words.of(clock.when()));
        }
        study.safety().stopping().ifPresent(this::stopping);
        study.safety()
                .board()
                .ifPresent(board ->
                        item("a board of " + board.members() + " reviews: " + String.join("; ", board.reviews())));
    }

    private void grading(Grading grading) {
        for (Grading.GradedTest test : grading.tests()) {
            item(test.test() + " of " + grading.instrument() + " by " + test.item()
                    + test.baseline().map(visit -> ", against " + visit).orElse(""));
        }
    }

    private void stopping(StoppingRule rule) {
        item("stop " + rule.arm() + " when the rate of entries with (" + words.of(rule.counted()) + ") is above "
                + rule.rate() + " with probability above " + rule.certainty() + ", prior beta(" + rule.priorEvents()
                + ", " + rule.priorOthers() + "), after " + list(rule.looks()) + " participants");
    }

    private void endpoints() {
        heading("Derivations, endpoints, estimands");
        for (Derivation derivation : study.derivations()) {
            item(derivation.id() + " (" + derivation.label() + "), at " + list(derivation.encounters())
                    + (derivation.permanent() ? ", for good once it holds" : "") + ": " + words.of(derivation.holds()));
        }
        for (Endpoint endpoint : study.endpoints()) {
            item(endpoint.id() + " (" + endpoint.label() + "), from " + endpoint.baseline() + ", at "
                    + list(endpoint.at()) + ": " + variable(endpoint));
        }
        for (AnalysisSet set : study.plan().sets()) {
            item("set " + set.id() + ": " + plain(set.who().name())
                    + set.minimumAdherence()
                            .map(share -> ", at least " + share + " of the doses")
                            .orElse("")
                    + (set.excluded().isEmpty() ? "" : ", without " + list(set.excluded())));
        }
        for (Estimand estimand : study.plan().estimands()) {
            item("estimand " + estimand.id() + " of " + estimand.endpoint() + ": " + estimand.population() + "; "
                    + estimand.treatments() + "; " + estimand.summary());
            estimand.intercurrentEvents()
                    .forEach(event -> item(estimand.id() + ", " + event.id() + ": "
                            + event.strategy().words()
                            + event.detected()
                                    .map(found -> ", told by " + told(found))
                                    .orElse("")));
        }
    }

    private String variable(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Response response ->
                "response by " + response.instrument().id() + " version "
                        + response.instrument().version() + " from "
                        + new TreeMap<>(response.inputs())
                                .entrySet().stream()
                                        .map(input -> input.getKey() + " = "
                                                + switch (input.getValue()) {
                                                    case Endpoint.Input.Recorded(var item) -> item.toString();
                                                    case Endpoint.Input.Derived(var derivation) -> derivation;
                                                })
                                        .collect(Collectors.joining(", "));
            case Endpoint.State state ->
                words.of(state.holds())
                        + state.among()
                                .map(among -> ", among those whose " + words.of(among))
                                .orElse("");
            case Endpoint.Change change -> "change of " + change.item();
            case Endpoint.Level level -> "value of " + level.item();
        };
    }

    private String told(Estimand.Detection detection) {
        return switch (detection) {
            case Estimand.Detection.Held(var condition) -> words.of(condition);
            case Estimand.Detection.Ended(var how, var reasons) ->
                "leaving (" + list(how) + (reasons.isEmpty() ? "" : "; " + list(reasons)) + ")";
            case Estimand.Detection.Unblinded _ -> "an emergency code break";
            case Estimand.Detection.Underdosed(var share) -> "less than " + share + " of the doses";
        };
    }

    private void analyses() {
        heading("Analyses");
        for (Analysis analysis : study.analyses()) {
            item(analysis.id() + ", " + plain(analysis.role().name()) + ": "
                    + analysis.endpoint().id() + " at "
                    + list(analysis.at()) + " of estimand "
                    + analysis.estimand().id() + " in the set "
                    + analysis.set().id() + " by " + plain(analysis.method().name()) + ", missing counts as "
                    + plain(analysis.missing().name()) + ", against " + analysis.reference() + ", confidence "
                    + analysis.confidence()
                    + analysis.drawing()
                            .map(drawing -> ", " + drawing.draws() + " draws from seed " + drawing.seed())
                            .orElse(""));
        }
        study.plan().adverseEvents().ifPresent(this::adverseEvents);
        study.plan()
                .blinding()
                .ifPresent(plan -> plan.guesses()
                        .forEach(guess -> item("guess of " + guess.id() + ": " + guess.item() + " at " + guess.at()
                                + ", " + new TreeMap<>(guess.arms()) + ", confidence " + plan.confidence())));
    }

    private void adverseEvents(AdverseEventPlan plan) {
        item("adverse events of " + plan.form() + " against " + plan.reference() + ", confidence " + plan.confidence());
        plan.kinds().forEach(kind -> item("adverse events, " + kind.id() + when(kind.when())));
    }

    private String when(Optional<Condition> when) {
        return when.map(condition -> ", when " + words.of(condition)).orElse("");
    }

    private static String hidden(List<String> roles) {
        return roles.isEmpty() ? "" : ", hidden from " + list(roles);
    }

    private static String list(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Optional<ItemType> type(ItemName name) {
        Optional<ItemType> item = study.item(name).map(Item::type);
        return item.isPresent() ? item : score(name).map(Score::type);
    }

    private Optional<Score> score(ItemName name) {
        return study.form(name.form())
                .flatMap(form -> form.scores().stream()
                        .filter(score -> score.name().equals(name))
                        .findFirst());
    }

    private String name(ItemName name) {
        return name.toString();
    }

    private void heading(String text) {
        page.append("\n## ").append(text).append("\n\n");
    }

    private void item(String text) {
        page.append("- [ ] ").append(text.replaceAll("\\s+", " ")).append('\n');
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
