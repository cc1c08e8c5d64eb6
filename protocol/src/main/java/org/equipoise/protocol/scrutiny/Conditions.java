package org.equipoise.protocol.scrutiny;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.InWords;
import org.equipoise.language.expression.Possible;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.protocol.design.Encounter;

/// Whether conditions decide anything: those that never or always hold, comparisons with what no item can be, units
/// that are not the item's, visits that are still to come.
final class Conditions {
    private static final Pattern QUANTITY = Pattern.compile("'-?[0-9.]+ ([^']+)'");
    private static final Set<String> OF_TIME = Set.of("d", "h", "min", "wk", "mo", "a");

    private final Scrutiny scrutiny;
    private final Possible possible;
    private final InWords words;

    Conditions(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.possible = new Possible(
                scrutiny.vocabulary().types(),
                scrutiny.vocabulary().encounters().keySet());
        this.words = new InWords(
                item -> Optional.ofNullable(scrutiny.vocabulary().types().get(item)), ItemName::toString);
    }

    void question() {
        for (Said said : Said.in(scrutiny)) {
            if (!isConstant(said)) {
                branches(said, said.condition());
                outOfRange(said, said.condition());
            }
            units(said);
            future(said);
        }
    }

    private boolean isConstant(Said said) {
        boolean holds = possible.canHold(said.condition());
        if (holds && possible.canFail(said.condition())) {
            return false;
        }
        scrutiny.findings()
                .error(
                        "constant-condition",
                        said.node().place(),
                        said.title() + (holds ? " always holds" : " can never hold"),
                        "a condition that comes out alike for everybody decides nothing, or keeps everybody out",
                        "Correct it, or remove it");
        return true;
    }

    /// A part of several comparisons that nobody can meet, or everybody meets, whatever the rest says.
    private void branches(Said said, Condition condition) {
        switch (condition) {
            case Condition.Not(var inner) -> branches(said, inner);
            case Condition.InSomeEntry(var _, var inner) -> branches(said, inner);
            case Condition.AtLeast(var _, var parts) -> parts.forEach(part -> branch(said, part));
            case Condition.Compared _, Condition.CodeIn _, Condition.Derived _ -> {}
        }
    }

    private void branch(Said said, Condition part) {
        boolean composed = part instanceof Condition.AtLeast;
        if (composed && !(possible.canHold(part) && possible.canFail(part))) {
            scrutiny.findings()
                    .error(
                            "unreachable-branch",
                            said.node().place(),
                            "in " + said.title() + " the part \"" + words.of(part) + "\" "
                                    + (possible.canHold(part) ? "always holds" : "can never hold"),
                            "a part that comes out alike for everybody was meant otherwise",
                            "Correct the part, or remove it");
        } else {
            branches(said, part);
        }
    }

    /// A part that comes out alike whatever the items are within their ranges.
    private void outOfRange(Said said, Condition condition) {
        switch (condition) {
            case Condition.Not(var inner) -> outOfRange(said, inner);
            case Condition.AtLeast(var _, var parts) -> parts.forEach(part -> outOfRange(said, part));
            case Condition.InSomeEntry(var _, var inner) -> outOfRange(said, inner);
            case Condition.Compared compared -> {
                Truth truth = compared.truth(new Ranges(scrutiny.vocabulary().types()));
                if (truth != Truth.UNKNOWN) {
                    scrutiny.findings()
                            .warning(
                                    "out-of-range",
                                    said.node().place(),
                                    "a comparison of " + names(compared.items()) + " in " + said.title() + " is always "
                                            + (truth == Truth.TRUE ? "true" : "false") + " in the range of its form",
                                    "a limit that no answer reaches is a slip of the number or of the unit",
                                    "Correct the limit, or the item's unit or range");
                }
            }
            case Condition.CodeIn _, Condition.Derived _ -> {}
        }
    }

    private static String names(Collection<ItemName> items) {
        return items.stream().map(ItemName::toString).collect(Collectors.joining(" and "));
    }

    /// Every item is anywhere in its range, and a log may have some entries or none that count.
    private record Ranges(Map<ItemName, ItemType> types) implements Answers {
        private static final int SOME = 100;

        @Override
        public Answer answer(ItemName item) {
            return types.get(item) instanceof ItemType.Amount(var _, var range)
                    ? new Answer.Bounded(range)
                    : new Answer.Unknown("anything");
        }

        @Override
        public Answers at(String encounter) {
            return this;
        }

        @Override
        public List<Answers> entries(String log) {
            return Collections.nCopies(SOME, this);
        }
    }

    private void units(Said said) {
        Set<String> known = new TreeSet<>();
        for (ItemName item : said.condition().items()) {
            switch (scrutiny.vocabulary().types().get(item)) {
                case ItemType.Amount(var unit, var _) -> known.add(unit.code());
                case ItemType.Code _, ItemType.Text _ -> {}
                case ItemType.Day _ -> known.addAll(OF_TIME);
                case null -> known.addAll(OF_TIME);
            }
        }
        QUANTITY.matcher(said.node().text())
                .results()
                .map(quantity -> quantity.group(1))
                .distinct()
                .filter(unit -> !known.contains(unit) && known.stream().noneMatch(own -> isSame(unit, own)))
                .forEach(unit -> scrutiny.findings()
                        .warning(
                                "another-unit",
                                said.node().place(),
                                said.title() + " is written in " + unit + ", and its items are in "
                                        + String.join(", ", known),
                                "who reads the form and who reads the rule see two numbers for one thing",
                                "Write the quantity in the unit of the form"));
    }

    /// Another spelling of the same, as `{score}` and 1, is no other unit.
    private static boolean isSame(String unit, String own) {
        return new Unit(unit)
                .exactFactorTo(new Unit(own))
                .filter(factor -> factor.compareTo(BigDecimal.ONE) == 0)
                .isPresent();
    }

    /// A visit that most of the judging comes before.
    private void future(Said said) {
        List<String> order = scrutiny.study().design().encounters().stream()
                .map(Encounter::id)
                .toList();
        Asked asked = Asked.by(said.condition());
        for (String visit : asked.at().keySet()) {
            List<String> before = said.judgedAt().stream()
                    .filter(at -> order.indexOf(at) < order.indexOf(visit))
                    .toList();
            if (2 * before.size() > said.judgedAt().size()) {
                scrutiny.findings()
                        .error(
                                "asks-the-future",
                                said.node().place(),
                                said.title() + " is judged at " + String.join(", ", before) + " and asks for "
                                        + names(asked.at().get(visit)) + " at " + visit,
                                "what is still to come is unknown when it is needed",
                                "Name an earlier visit");
            }
        }
    }
}
