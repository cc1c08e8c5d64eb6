package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.language.identity.Digest;

/// Revealing takes two people in two roles, who name the same lock, the same minutes of the blinded review and the
/// analysis plan in force. In each role the last word counts.
final class RevealDecider {
    private RevealDecider() {}

    static Decision decide(Setting setting, Command.AuthorizeReveal authorize) {
        if (setting.state().isRevealed()) {
            return Decision.no(new Refusal.AlreadyRevealed());
        }
        if (setting.state().lock().isEmpty()) {
            return Decision.no(new Refusal.StudyNotLocked());
        }
        Digest lock = EventCodec.leaf(setting.state().lock().get());
        if (!authorize.lock().equals(lock)) {
            return Decision.no(new Refusal.AnotherLock(authorize.lock(), lock));
        }
        Digest plan = setting.study().plan().hash();
        if (!authorize.plan().equals(plan)) {
            return Decision.no(new Refusal.AnotherPlan(authorize.plan(), plan));
        }
        return Decision.that(new RevealAuthorized(authorize.lock(), authorize.review(), authorize.plan()));
    }

    static Decision decide(Setting setting, String actor, Command.RevealTreatments reveal) {
        if (setting.state().lock().isEmpty()) {
            return Decision.no(new Refusal.StudyNotLocked());
        }
        if (setting.state().isRevealed()) {
            return Decision.no(new Refusal.AlreadyRevealed());
        }
        Set<Role> missing = EnumSet.noneOf(Role.class);
        List<JournalledEvent> authorizations = new ArrayList<>();
        for (Role role : Role.revealing()) {
            setting.state().authorization(role).ifPresentOrElse(authorizations::add, () -> missing.add(role));
        }
        if (!missing.isEmpty()) {
            return Decision.no(new Refusal.RevealNotAuthorized(missing));
        }
        Set<String> people = new HashSet<>();
        Set<Digest> reviews = new HashSet<>();
        for (JournalledEvent each : authorizations) {
            people.add(each.actor().id());
            reviews.add(((RevealAuthorized) each.event()).review());
        }
        if (people.size() < authorizations.size()) {
            return Decision.no(new Refusal.AuthorizedByOne(actor(authorizations)));
        }
        if (reviews.size() > 1) {
            return Decision.no(new Refusal.ReviewsDiffer(Role.revealing()));
        }
        Warrant warrant = new Warrant(
                actor,
                reveal.reason(),
                setting.state().lock().get(),
                authorizations,
                setting.state().sealedItems());
        return new Decision.Decided(List.copyOf(setting.desk().reveal(warrant).events()));
    }

    private static String actor(List<JournalledEvent> authorizations) {
        return authorizations.getFirst().actor().id();
    }
}
