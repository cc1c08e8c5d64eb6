package org.equipoise.protocol.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.protocol.amendment.Amendment.Consequence;

/// What has to be done about what is recorded already. Events are never changed: a migration says how old events are
/// read beside new ones, or that they cannot be.
final class Migrations {
    private Migrations() {}

    static List<Consequence> of(List<Change> all) {
        List<Change> changes = all.stream().filter(change -> !change.isOrder()).toList();
        List<Consequence> migrations = new ArrayList<>();
        for (Change change : changes) {
            what(change).ifPresent(what -> migrations.add(new Consequence("the record", what, change.sentence())));
        }
        return migrations;
    }

    private static Optional<String> what(Change change) {
        return switch (change.subject()) {
            case ITEMS -> item(change);
            case FORMS ->
                change.key().isEmpty() && change.isRemoved()
                        ? Optional.of(
                                "what the form holds stays in the record and in the tables: name it under retires, or keep it")
                        : Optional.empty();
            case VISITS ->
                change.key().isEmpty() && change.isRemoved()
                        ? Optional.of("visits held under this name stay as they are: name it under retires, or keep it")
                        : Optional.empty();
            case SCORES ->
                change.isAdded() && change.key().isEmpty()
                        ? Optional.empty()
                        : Optional.of("scores are derived anew from the items; totals seen before may differ");
            case RANDOMIZATION -> randomization(change);
            case TREATMENT -> treatment(change);
            case RANGES ->
                Optional.of(
                        "results are judged by the new limits from then on; what was judged before stays as it was");
            case CHECKS ->
                Optional.of("open queries of the check stay as asked; the new one is judged from the next entry on");
            case SITES ->
                change.key().equals("utc-offset")
                        ? Optional.of("dates recorded before keep the offset they were written with")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> randomization(Change change) {
        if (change.key().startsWith("label") || change.thing().endsWith(" certainty")) {
            return Optional.empty();
        }
        return Optional.of(
                change.thing().endsWith(" participants")
                        ? "the list was made for the number of the first version: fewer may be randomised, more may not"
                        : "the list is committed to since the study was opened: it cannot be changed in this trial");
    }

    private static Optional<String> item(Change change) {
        String key = change.key();
        if (key.isEmpty()) {
            return change.isRemoved()
                    ? Optional.of(
                            "its values stay in the record and in the tables under this name: name it under retires, or keep the"
                                    + " name if only the question is put otherwise")
                    : Optional.of("pages of an earlier version have no answer: the tables say that it was not asked");
        }
        return switch (key.split(" ")[0]) {
            case "type" -> Optional.of("values of another type cannot be read as this one: give it another id");
            case "unit" ->
                Optional.of("values recorded in the old unit must not be read in the new one: give it another id");
            case "codes" ->
                Optional.of("values with a code that is gone can no longer be read: keep the code, or map it");
            case "range" ->
                Optional.of("values outside the new range stay; a correction of their page is judged by the new one");
            case "unblinding" ->
                Optional.of(
                        "values recorded in the open cannot be sealed afterwards, and sealed ones not opened before the reveal");
            case "required", "when" ->
                Optional.of("pages submitted before may lack it, or hold what is no longer asked");
            default -> Optional.empty();
        };
    }

    private static Optional<String> treatment(Change change) {
        if (change.thing().startsWith("arm ")) {
            return switch (change.key()) {
                case "" ->
                    Optional.of(
                            "the vault's map of arms is sealed since the study was opened: it cannot be changed in this trial");
                case "share" ->
                    Optional.of("the list is committed to in this ratio: it cannot be changed in this trial");
                case "amount" ->
                    Optional.of("kits packed before hold the old amount: take them back or use them up, by name");
                default -> Optional.empty();
            };
        }
        return Optional.of(
                "doses count on as recorded: the number of doses in a cycle stays as it is once one is recorded");
    }
}
