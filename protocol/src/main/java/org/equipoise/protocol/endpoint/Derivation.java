package org.equipoise.protocol.endpoint;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Label;

/// Something computed from the record at each visit, never typed: a condition with a name that other conditions and
/// endpoints can use.
///
/// @param encounters the encounters at which it can hold: the first one and all later ones of the schedule
/// @param permanent whether it holds at every visit after one at which it held
/// @param certainty published, derived, proposed or unknown
public record Derivation(
        String id,
        Label label,
        Condition holds,
        List<String> encounters,
        boolean permanent,
        String source,
        String certainty) {
    public Derivation {
        encounters = List.copyOf(encounters);
    }

    /// What it comes to at an encounter: FALSE before its first. Where it is permanent, an earlier visit that did not
    /// take place says nothing: what it would have shown is asked at the next.
    public Judgement at(String encounter, Answers answers) {
        int place = encounters.indexOf(encounter);
        if (place < 0) {
            return Judgement.settled(false);
        }
        SortedSet<ItemName> open = new TreeSet<>();
        boolean unknown = false;
        for (int earlier = permanent ? 0 : place; earlier <= place; earlier++) {
            Answers there = answers.at(encounters.get(earlier));
            if (earlier == place || there.answer(Vocabulary.VISIT_DATE) instanceof Answer.Known) {
                Judgement judgement = holds.judge(there);
                if (judgement.truth() == Truth.TRUE) {
                    return Judgement.settled(true);
                }
                unknown |= judgement.truth() == Truth.UNKNOWN;
                open.addAll(judgement.settledBy());
            }
        }
        return unknown ? new Judgement(Truth.UNKNOWN, open) : Judgement.settled(false);
    }
}
