package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.equipoise.conduct.refusal.AmendmentFault;
import org.equipoise.conduct.refusal.AmendmentFault.CommittedPart;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.design.Succession;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;

/// Whether an amended version may follow those before it, given what the trial holds. Analyses read by the names of
/// items, the vault is committed to its list, doses are counted: none of these may come to mean something else.
///
/// @param versions those before it, the first one first
record Successor(List<Study> versions, Study amended, TrialState state) {

    List<AmendmentFault> faults(Succession succession) {
        List<AmendmentFault> faults = new ArrayList<>();
        allocation(faults);
        doses(faults);
        gone(succession.retires(), faults);
        if (!state.participants().isEmpty()) {
            reading(faults);
        }
        return faults;
    }

    private Study inForce() {
        return versions.getLast();
    }

    /// The vault made its list and its kits for the first version, and is committed to them.
    private void allocation(List<AmendmentFault> faults) {
        Design first = versions.getFirst().design();
        Design now = amended.design();
        Randomization plan = now.randomization();
        Randomization committed = first.randomization();
        require(arms(first).equals(arms(now)), CommittedPart.ARMS, faults);
        require(
                plan.procedure().equals(committed.procedure())
                        && plan.blockSizes().equals(committed.blockSizes()),
                CommittedPart.PROCEDURE,
                faults);
        require(strata(plan).equals(strata(committed)), CommittedPart.STRATA, faults);
        require(plan.participants() <= committed.participants(), CommittedPart.PARTICIPANTS, faults);
        require(now.dispensing().size() <= first.dispensing().size(), CommittedPart.KITS, faults);
        require(now.supply().isPresent() == first.supply().isPresent(), CommittedPart.SUPPLY, faults);
        require(now.randomizationVisit().id().equals(first.randomizationVisit().id()), CommittedPart.DAY_ONE, faults);
    }

    private static void require(boolean kept, CommittedPart part, List<AmendmentFault> faults) {
        if (!kept) {
            faults.add(new AmendmentFault.Committed(part));
        }
    }

    private static List<String> arms(Design design) {
        return design.arms().stream().map(arm -> arm.id() + " " + arm.share()).toList();
    }

    private static List<Object> strata(Randomization plan) {
        return plan.factors().stream()
                .map(factor -> (Object) List.of(factor.id(), factor.levels()))
                .toList();
    }

    /// A dose is known by its number, and its kit by the visit that handed it out.
    private void doses(List<AmendmentFault> faults) {
        Design before = inForce().design();
        Design after = amended.design();
        boolean sameCycle =
                before.regimen().doseDays().size() == after.regimen().doseDays().size();
        List<String> was = ids(before.dispensing());
        List<String> is = ids(after.dispensing());
        int both = Math.min(was.size(), is.size());
        int touched = count(Participant.Randomized.class::isInstance);
        if (touched > 0 && (!sameCycle || !was.subList(0, both).equals(is.subList(0, both)))) {
            faults.add(new AmendmentFault.DosesRenumbered(touched));
        }
    }

    /// What is recorded is given up on purpose or not at all: a name that is missing may be a slip of the pen.
    private void gone(Set<String> retires, List<AmendmentFault> faults) {
        Set<String> visits = Set.copyOf(ids(amended.design().encounters()));
        for (Encounter encounter : inForce().design().encounters()) {
            String visit = encounter.id();
            if (!visits.contains(visit) && !retires.contains(visit)) {
                gone(visit, participant -> participant.book().visits().contains(visit), faults);
            }
        }
        for (Form form : inForce().forms()) {
            if (retires.contains(form.id())) {
                continue;
            }
            if (amended.form(form.id()).isEmpty()) {
                gone(
                        form.id(),
                        participant -> pages(participant, form.id()).findAny().isPresent(),
                        faults);
                continue;
            }
            for (Item item : form.items()) {
                if (amended.item(item.name()).isEmpty()
                        && !retires.contains(item.name().toString())) {
                    gone(item.name().toString(), participant -> holds(participant, item), faults);
                }
            }
        }
    }

    private void gone(String name, Predicate<Participant> holding, List<AmendmentFault> faults) {
        int holders = count(holding);
        if (holders > 0) {
            faults.add(new AmendmentFault.Gone(name, holders));
        }
    }

    /// What stands under a name, or is still to be written by those who wait, must be read as what it was when it was
    /// written. So a name means the same in any version that people were ever in.
    private void reading(List<AmendmentFault> faults) {
        Set<ItemName> items = new HashSet<>();
        Set<String> forms = new HashSet<>();
        for (Study before : versions.reversed()) {
            for (Form form : before.forms()) {
                form.items().stream().filter(item -> items.add(item.name())).forEach(item -> otherwise(item, faults));
                boolean log = form.rules().log();
                if (forms.add(form.id())
                        && amended.form(form.id())
                                .filter(now -> now.rules().log() != log)
                                .isPresent()) {
                    faults.add(new AmendmentFault.LogOrNot(form.id()));
                }
            }
        }
    }

    private void otherwise(Item item, List<AmendmentFault> faults) {
        Item now = amended.item(item.name()).orElse(item);
        if (!sameKind(item.type(), now.type())
                || item.unblinding() != now.unblinding()
                || item.identifying() != now.identifying()) {
            faults.add(new AmendmentFault.ReadOtherwise(item.name()));
        } else if (item.type() instanceof ItemType.Code(var was) && now.type() instanceof ItemType.Code(var is)) {
            List<String> lost = was.stream()
                    .filter(code -> !is.contains(code))
                    .filter(code -> count(participant -> holds(participant, item, code)) > 0)
                    .toList();
            if (!lost.isEmpty()) {
                faults.add(new AmendmentFault.CodesGone(item.name(), lost));
            }
        }
    }

    /// Another range is another question to come, not another reading of what stands.
    private static boolean sameKind(ItemType one, ItemType other) {
        return (one instanceof ItemType.Amount(var unit, var _) && other instanceof ItemType.Amount(var another, var _))
                ? unit.equals(another)
                : one.getClass().equals(other.getClass());
    }

    private int count(Predicate<Participant> holding) {
        return (int) state.participants().stream().filter(holding).count();
    }

    private static Stream<Page> pages(Participant participant, String form) {
        return participant.book().pages().filter(page -> page.form().equals(form));
    }

    private static boolean holds(Participant participant, Item item) {
        return pages(participant, item.name().form())
                .anyMatch(page -> page.standing(item.name().item(), 0) != null);
    }

    private static boolean holds(Participant participant, Item item, String code) {
        return pages(participant, item.name().form())
                .map(page -> page.standing(item.name().item(), 0))
                .filter(Objects::nonNull)
                .map(ItemChange::value)
                .anyMatch(code::equals);
    }

    private static List<String> ids(List<Encounter> encounters) {
        return encounters.stream().map(Encounter::id).toList();
    }
}
