package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Randomization;

/// Randomising an eligible participant, at the visit of day 1, in a stratum that is known. Irreversible.
final class RandomizationDecider {
    private RandomizationDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.RandomizeParticipant command) {
        if (!(participant instanceof Participant.Eligible eligible)) {
            return Decision.no(new Refusal.NotEligible(participant.id(), participant.standing()));
        }
        return randomize(setting, eligible, command.date());
    }

    private static Decision randomize(Setting setting, Participant.Eligible participant, LocalDate date) {
        Randomization plan = setting.study().design().randomization();
        if (setting.state().randomized() >= plan.participants()) {
            return Decision.no(new Refusal.RecruitmentComplete(plan.participants()));
        }
        Encounter visit = setting.study().design().randomizationVisit();
        if (participant.book().visit(visit.id()).filter(date::equals).isEmpty()) {
            return Decision.no(new Refusal.VisitNotRecorded(visit.id()));
        }
        StringBuilder stratum = new StringBuilder();
        for (Randomization.Factor factor : plan.factors()) {
            Level level = level(setting, participant, date, factor);
            if (level.id().isEmpty()) {
                return Decision.no(
                        new Refusal.StratumUnknown(participant.id(), factor.id(), List.copyOf(level.settledBy())));
            }
            stratum.append(stratum.isEmpty() ? "" : ";")
                    .append(factor.id())
                    .append('=')
                    .append(level.id());
        }
        String name = stratum.isEmpty() ? "all" : stratum.toString();
        if (!isSupplied(setting, participant, date)) {
            return DispensingDecider.noKit(setting, participant.id());
        }
        return Decision.that(new ParticipantRandomized(
                participant.id(), date, name, setting.desk().allocate(participant.id(), name)));
    }

    /// Whether the first kit is at the site, whatever the arm will be: it is asked for before anybody is allocated.
    private static boolean isSupplied(Setting setting, Participant.Eligible participant, LocalDate date) {
        Design design = setting.study().design();
        if (design.supply().isEmpty() || design.dispensing().isEmpty()) {
            return true;
        }
        String first = design.dispensing().getFirst().id();
        return setting.desk().sets(DispensingDecider.shelf(setting, participant.id(), first, date)) > 0;
    }

    /// A level's id, or nothing and the items that would settle it.
    private record Level(String id, SortedSet<ItemName> settledBy) {}

    private static Level level(
            Setting setting, Participant.Eligible participant, LocalDate date, Randomization.Factor factor) {
        SortedSet<ItemName> open = new TreeSet<>();
        for (Randomization.Level level : factor.levels()) {
            Judgement judgement = level.when().judge(new RecordedAnswers(setting.index(), participant, date, Map.of()));
            open.addAll(judgement.settledBy());
            if (judgement.truth() == Truth.TRUE && open.isEmpty()) {
                return new Level(level.id(), open);
            }
        }
        return new Level("", open);
    }
}
