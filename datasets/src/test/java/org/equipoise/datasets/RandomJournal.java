package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;

/// Journals in which anything may happen that the order of a trial allows: visits left out, items missing, corrected
/// or beyond a limit, participants interleaved.
final class RandomJournal {
    private static final int PARTICIPANTS = 6;

    private final Random random;
    private final Study study;
    private final Chronicle chronicle = new Chronicle();
    private final List<List<Runnable>> lives = new ArrayList<>();

    private RandomJournal(long seed, Study study) {
        this.random = new Random(seed);
        this.study = study;
    }

    static Chronicle of(long seed, Study study) {
        RandomJournal journal = new RandomJournal(seed, study);
        for (int i = PARTICIPANTS; i > 0; i--) {
            journal.lives.add(journal.life("S01-%04d".formatted(i)));
        }
        journal.interleave();
        return journal.chronicle;
    }

    private void interleave() {
        while (!lives.isEmpty()) {
            List<Runnable> life = lives.get(random.nextInt(lives.size()));
            life.removeFirst().run();
            lives.removeIf(List::isEmpty);
        }
    }

    private List<Runnable> life(String participant) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> chronicle.consent(participant, date()));
        if (random.nextInt(6) == 0) {
            steps.add(() -> chronicle.failed(participant, date(), "I1", "E1"));
            return steps;
        }
        boolean randomized = random.nextInt(6) > 0;
        if (randomized) {
            String stratum = pick(study.design().randomization().strata());
            steps.add(() -> chronicle.eligible(participant, date()));
            steps.add(() -> chronicle.randomized(participant, date(), stratum));
        }
        for (Encounter encounter : study.design().encounters()) {
            if (random.nextInt(5) > 0) {
                steps.add(() -> chronicle.visit(participant, encounter.id(), date(), random.nextBoolean()));
                encounter.forms().forEach(form -> addForm(participant, encounter.id(), form, steps));
            }
        }
        if (randomized) {
            addDosesAndEnding(participant, steps);
        }
        return steps;
    }

    private void addForm(String participant, String encounter, String id, List<Runnable> steps) {
        Form form = study.form(id).orElseThrow();
        if (random.nextInt(8) == 0) {
            return;
        }
        steps.add(() -> chronicle.submitted(participant, encounter, id, entries(form, 9)));
        for (int corrections = random.nextInt(3); corrections > 0; corrections--) {
            steps.add(() -> chronicle.corrected(participant, encounter, id, entries(form, 2)));
        }
    }

    private void addDosesAndEnding(String participant, List<Runnable> steps) {
        for (int dose = 1; dose < 5; dose++) {
            int number = dose;
            steps.add(
                    random.nextBoolean()
                            ? () -> chronicle.dosed(participant, number, date(), "K-" + random.nextInt(999))
                            : () -> chronicle.missed(participant, number, date(), DosingEvent.Reason.DID_NOT_COME));
        }
        switch (random.nextInt(4)) {
            case 0 -> steps.add(() -> chronicle.completed(participant, date()));
            case 1 ->
                steps.add(() -> chronicle.discontinued(participant, date(), DispositionEvent.Reason.LOST_TO_FOLLOW_UP));
            case 2 -> steps.add(() -> chronicle.withdrawn(participant, date(), "no longer willing"));
            default -> {}
        }
    }

    /// Each item with a chance of `often` in ten, in the form's order or turned round.
    private String[] entries(Form form, int often) {
        List<String> entries = new ArrayList<>();
        for (Item item : random.nextBoolean() ? form.items() : form.items().reversed()) {
            if (!item.confidential() && random.nextInt(10) < often) {
                entries.add(item.name().item() + (random.nextInt(10) == 0 ? "?not done" : "=" + value(item.type())));
            }
        }
        return entries.toArray(String[]::new);
    }

    private String value(ItemType type) {
        return switch (type) {
            case ItemType.Code(var codes) -> pick(codes);
            case ItemType.Text _ -> throw new IllegalArgumentException("words are concealed");
            case ItemType.Day _ -> pick(List.of("2011", "2011-06", "2011-06-30"));
            case ItemType.Amount _ -> pick(List.of("", "", "", "<", ">=")) + pick(List.of("0.5", "1", "1.30", "60"));
        };
    }

    private String date() {
        return "2026-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(10));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
