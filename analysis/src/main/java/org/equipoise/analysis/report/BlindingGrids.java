package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.equipoise.analysis.Blinding;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Block;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;

/// Sets what was guessed, and how well.
final class BlindingGrids {
    private BlindingGrids() {}

    static List<Block> of(Table table, Blinding blinding) {
        boolean revealed =
                blinding.groups().stream().allMatch(group -> group.arm().isPresent());
        List<Head> heads = new ArrayList<>(List.of(Head.words("Who was asked"), Head.words("Group"), Head.number("n")));
        if (revealed) {
            blinding.groups().forEach(group -> heads.add(Head.number("Guessed " + GroupName.of(group))));
        } else {
            heads.add(Head.number("Ventured a guess"));
        }
        heads.add(Head.number("Do not know"));
        String confidence = Print.confidence(blinding.plan().confidence()) + " CI";
        if (revealed) {
            heads.add(Head.number("Bang (" + confidence + ")"));
            heads.add(Head.number("James (" + confidence + ")"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Blinding.Line line : blinding.lines()) {
            for (int place = 0; place < blinding.groups().size(); place++) {
                rows.add(row(blinding, line, place, revealed));
            }
        }
        blinding.clue().ifPresent(clue -> {
            List<ParticipantId> all = ParticipantGrids.everyone(blinding.groups());
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of("Nobody: counts of " + clue.kind().label().english().toLowerCase(Locale.ROOT)),
                    Cell.of("both"),
                    Cell.of(Print.count(all.size()), Rows.of("participants", all))));
            while (cells.size() < heads.size() - 1) {
                cells.add(Cell.of(""));
            }
            cells.add(Cell.of(
                    "AUC " + printed(clue.discrimination()),
                    Rows.of("adverse_events", all, "kind", clue.kind().id())));
            rows.add(cells);
        });
        return List.of(PlannedDisplays.grid(table, List.of(), heads, rows, notes(blinding, revealed)));
    }

    private static List<Cell> row(Blinding blinding, Blinding.Line line, int place, boolean revealed) {
        Group group = blinding.groups().get(place);
        List<Integer> said = line.said().get(place);
        int all = said.stream().mapToInt(count -> count).sum();
        Rows rows = rows(line, group.participants());
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(line.guess().label().english()),
                Cell.of(GroupName.of(group)),
                Cell.of(Print.count(all), rows)));
        if (revealed) {
            said.subList(0, said.size() - 1).forEach(count -> cells.add(Cell.of(Print.share(count, all), rows)));
        } else {
            cells.add(Cell.of(Print.share(all - said.getLast(), all), rows));
        }
        cells.add(Cell.of(Print.share(said.getLast(), all), rows));
        if (revealed) {
            cells.add(Cell.of(printed(line.bang().get(place)), rows));
            cells.add(place == 0 ? james(blinding, line) : Cell.of(""));
        }
        return cells;
    }

    private static Cell james(Blinding blinding, Blinding.Line line) {
        return Cell.of(
                line.james().map(BlindingGrids::printed).orElse(Print.NONE),
                rows(line, ParticipantGrids.everyone(blinding.groups())));
    }

    private static Rows rows(Blinding.Line line, List<ParticipantId> participants) {
        return Rows.of(
                "items",
                participants,
                "encounter",
                line.guess().at(),
                "form",
                line.guess().item().form(),
                "item",
                line.guess().item().item());
    }

    private static String printed(Answer<Estimate> answer) {
        return answer instanceof Answer.Found<Estimate>(Estimate found)
                ? Print.decimal(found.value(), 2) + " (" + Print.interval(found.interval(), 2) + ")"
                : "not estimable";
    }

    private static List<String> notes(Blinding blinding, boolean revealed) {
        if (!revealed) {
            return List.of("What was guessed is told after the reveal; a guess can be right.");
        }
        List<String> notes = new ArrayList<>(
                List.of("Bang's index: 1 all guess rightly, 0 as a coin would, −1 all guess wrongly. James's index: 1 "
                        + "nobody ventures a guess, 0.5 as a coin would, 0 all guess rightly."));
        blinding.clue()
                .flatMap(clue -> Optional.of(clue)
                        .filter(each -> each.discrimination() instanceof Answer.Found<Estimate>)
                        .map(each -> "AUC: the chance that a participant of "
                                + each.first().label().english() + " has more such events than one of "
                                + each.second().label().english() + ", ties counting half; 0.5 tells nothing."))
                .ifPresent(notes::add);
        notes.add("The software showed no arm before the reveal; that nobody guessed is not claimed.");
        return notes;
    }
}
