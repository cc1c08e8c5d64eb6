package org.equipoise.exchange.doubt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Criterion;
import org.equipoise.exchange.outline.Said;

/// What in one criterion keeps two people from judging it alike.
final class CriterionDoubts {
    /// Words that decide nothing, whatever stands beside them.
    private static final Pattern VAGUE = Pattern.compile(
            "(?i)\\bsevere? chronic\\b|\\bclinically significant\\b|\\bserious\\b[^.]*\\b(including|such as)\\b|case[- ]by[- ]case"
                    + "|\\bcould interfere\\b|\\bin the opinion\\b|\\bstandard (treatment|therapy|care)\\b|\\bfailed to\\b");

    /// Words that decide nothing unless a number or a definition follows.
    private static final Pattern LOOSE = Pattern.compile(
            "(?i)\\b(adequate|severe|serious|significant|appropriate|clearly|reliable|sufficient|healthy|stable|poor"
                    + "|evidence of|signs of|that affect)\\b");
    private static final Pattern DEFINED =
            Pattern.compile("(?i)[<>≤≥]|\\bscores? of\\b|\\d ?%|\\bdefined\\b|hospitali|\\bwithin \\d");

    private static final Pattern MEASURED = Pattern.compile(
            "(?i)\\b(negative|positive)\\b.*\\b(test|virus|screening|tests|for hepatitis)\\b|\\blaboratory\\b"
                    + "|tolerance test|\\binfection\\b|^history of\\b");
    private static final Pattern WHEN = Pattern.compile(
            "(?i)\\b(within|last|past|previous(ly)?|prior|screening|inclusion|entry|currently|(less|more) than \\w+ (days|weeks|months|years))\\b"
                    + "|\\b\\d+ (days?|weeks?|months?|years?)\\b");

    private static final Pattern PER_WEIGHT =
            Pattern.compile("(?i)\\d ?m?g/kg(?!\\s*(/|per|a|each)\\s*(d\\b|day|24|week))");
    private static final Pattern TITRE = Pattern.compile("[<>]\\s*1\\s*:\\s*\\d+");
    private static final Pattern LIMIT =
            Pattern.compile("(?i:\\b(?:decreased|elevated|increased|reduced|raised))\\s+[A-Z]\\w*");
    private static final Pattern MULTIPLE = Pattern.compile("\\d\\s*N\\b");
    private static final Pattern COMPARED =
            Pattern.compile("[<>≤≥]\\s*+\\d++(?:\\.\\d++)?+(?=\\s*(?:$|[.,;)]|(?:on|at|in|for|by|with|during)\\b))");
    private static final Pattern UNITLESS = Pattern.compile("(?i)score|index|scale|titre|titer|grade|ratio");
    private static final Pattern PREGNANCY = Pattern.compile("(?i)pregnan");
    private static final Pattern WOMEN = Pattern.compile("(?i)\\b(fe)?male|\\bwom[ae]n|child-?bearing");
    private static final Pattern CONTRACEPTION = Pattern.compile("(?i)contracepti");
    private static final Pattern ATTESTED = Pattern.compile(
            "(?i)(?<!point of )\\b(consent|assent)\\b|\\b(in)?ability to (comply|participate)|\\bwilling|\\black of cooperation\\b");
    private static final Pattern TAG = Pattern.compile("<[a-z]+:[a-z]+ +name=\"([^\"]*)\"");

    private final Outline outline;
    private final Criterion criterion;
    private final List<Doubt> doubts = new ArrayList<>();

    private CriterionDoubts(Outline outline, Criterion criterion) {
        this.outline = outline;
        this.criterion = criterion;
    }

    static List<Doubt> of(Outline outline) {
        return outline.criteria().stream()
                .flatMap(criterion -> new CriterionDoubts(outline, criterion).all().stream())
                .toList();
    }

    private List<Doubt> all() {
        said();
        measured();
        people();
        return doubts;
    }

    private void said() {
        Matcher vague = VAGUE.matcher(text());
        Matcher loose = LOOSE.matcher(text());
        if (vague.find()) {
            vague(vague.group());
        } else if (loose.find() && !DEFINED.matcher(text()).find()) {
            vague(loose.group());
        }
        Matcher tag = TAG.matcher(text());
        if (tag.find()) {
            error(
                    "unresolved-tag",
                    "the tag " + Quoted.of(tag.group(1)) + " stands in it, and no dictionary says for what",
                    "a criterion with a hole lets anyone in or nobody",
                    "Write what the tag stands for");
        }
        if (ATTESTED.matcher(text()).find()) {
            warning(
                    "attestation",
                    "this is attested or done, not measured",
                    "consent is a step of the trial, and a judgement is one person's",
                    "Make it a signed statement with a coded reason, or leave consent to the consent step");
        }
    }

    private void vague(String word) {
        warning(
                "vague-criterion",
                Quoted.of(word) + " decides nothing",
                "two investigators would let different people in (SPIRIT 2025, item 14)",
                "Give a measure with a threshold, or a list, or an attestation with a coded reason");
    }

    private void measured() {
        if (MEASURED.matcher(text()).find() && !WHEN.matcher(text()).find()) {
            warning(
                    "criterion-without-window",
                    "nothing says how old the result may be, or how far back it reaches",
                    "a result may be from another year, and a history from childhood",
                    "Give a window in days");
        }
        if (PER_WEIGHT.matcher(text()).find()) {
            warning(
                    "dose-without-period",
                    "a dose by weight without its period",
                    "a day and a week differ by seven",
                    "Add per day");
        }
        if (TITRE.matcher(text()).find()) {
            warning(
                    "titre-comparison",
                    "a titre is a ladder: above a step means from the next step on",
                    "laboratories dilute in different steps",
                    "Name the lowest titre that counts");
        }
        Matcher limit = LIMIT.matcher(text());
        if (limit.find()) {
            warning(
                    "limit-without-number",
                    Quoted.of(limit.group()) + " names no limit",
                    "each laboratory has its own",
                    "Name the limit, or take the laboratory's with its date");
        }
        Matcher multiple = MULTIPLE.matcher(text());
        if (multiple.find()) {
            warning(
                    "ambiguous-unit",
                    Quoted.of(multiple.group()) + " is a multiple of something",
                    "an upper limit of normal is meant, perhaps",
                    "Write times the upper limit of normal, and of which test");
        }
        Matcher compared = COMPARED.matcher(text());
        if (compared.find() && !UNITLESS.matcher(text()).find()) {
            warning(
                    "number-without-unit",
                    Quoted.of(compared.group()) + " has no unit",
                    "the same number in another unit is another criterion",
                    "Add the unit");
        }
    }

    private void people() {
        if (!PREGNANCY.matcher(text()).find()) {
            return;
        }
        if (!WOMEN.matcher(text()).find()) {
            warning(
                    "pregnancy-for-all",
                    "as written everybody needs it, men too",
                    "it can never be settled for those it does not concern",
                    "Limit it to persons who can bear children");
        }
        if (!outline.says(CONTRACEPTION)) {
            warning(
                    "no-contraception",
                    "pregnancy is asked about, contraception nowhere",
                    "a test at entry says nothing of the months after",
                    "Add contraception and repeated tests, or say why none is needed");
        }
    }

    private String text() {
        return criterion.text().text();
    }

    private void warning(String finding, String question, String why, String fix) {
        doubts.add(Doubt.warning(finding, part(), at(), question, why, fix));
    }

    private void error(String finding, String question, String why, String fix) {
        doubts.add(Doubt.error(finding, part(), at(), question, why, fix));
    }

    private Part part() {
        return Part.at(Place.CRITERION, criterion.id());
    }

    private Said at() {
        return criterion.text();
    }
}
