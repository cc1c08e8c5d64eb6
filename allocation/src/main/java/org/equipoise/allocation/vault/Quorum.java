package org.equipoise.allocation.vault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.language.identity.Digest;

/// The vault's own look at a warrant, whoever has looked before: two people in the roles that it takes, of one mind
/// about what was locked, reviewed and planned. Which plan is in force the journal knows; that it is one, the vault
/// sees.
final class Quorum {
    private Quorum() {}

    /// What the vault writes down of a warrant that is good.
    ///
    /// @throws IllegalStateException if it is not
    static List<VaultEntry.Authorized> of(Warrant warrant) {
        require(
                warrant.lock().event() instanceof StudyLocked,
                "what is said to have locked the study is not the event that did");
        Digest lock = EventCodec.leaf(warrant.lock());
        List<VaultEntry.Authorized> authorized = new ArrayList<>();
        Set<String> people = new HashSet<>();
        Set<String> roles = new HashSet<>();
        Set<RevealAuthorized> said = new HashSet<>();
        for (JournalledEvent each : warrant.authorizations()) {
            require(each.seq() > warrant.lock().seq(), "an authorisation was given before the lock");
            if (!(each.event() instanceof RevealAuthorized now)) {
                throw refused("what is said to authorise the reveal does not");
            }
            people.add(each.actor().id());
            roles.add(each.actor().role());
            said.add(now);
            authorized.add(new VaultEntry.Authorized(
                    each.actor().id(), each.actor().role(), now.lock(), now.review(), now.plan()));
        }
        List<String> needed = Role.revealing().stream().map(Role::name).toList();
        require(roles.containsAll(needed), "it takes an authorisation in each of the roles " + needed);
        require(people.size() >= needed.size(), "it takes two people");
        require(said.size() == 1, "the authorisations do not name the same lock, blinded review and analysis plan");
        require(said.iterator().next().lock().equals(lock), "the authorisations name another lock");
        return authorized;
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw refused(otherwise);
        }
    }

    static IllegalStateException refused(String why) {
        return new IllegalStateException("the vault reveals nothing: " + why);
    }
}
