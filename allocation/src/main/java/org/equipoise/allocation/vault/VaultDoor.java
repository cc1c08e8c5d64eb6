package org.equipoise.allocation.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.store.JournalUnavailable;

/// Where a vault is asked from elsewhere: one question after the other, however many ask. A question that cannot be
/// answered gets a sentence that tells nothing.
public final class VaultDoor {
    static final String YES = "yes";
    static final String NO = "no";
    static final String AWAY = "away";

    private final Vault vault;
    private final SecondFactor secondFactor;
    private final EmergencyUnblinding emergency;
    private final boolean rehearsal;
    private final Pace authorisations = new Pace();
    private final Pace reveals = new Pace();

    /// @param rehearsal whether this vault was made for a rehearsal: only then does it tell arm codes, and take the
    ///     program's word for who authorised the reveal
    public VaultDoor(Vault vault, SecondFactor secondFactor, boolean rehearsal) {
        this.vault = vault;
        this.secondFactor = secondFactor;
        this.emergency = new EmergencyUnblinding(vault, secondFactor);
        this.rehearsal = rehearsal;
    }

    /// The answer to one question, as [DistantVault] asks it.
    public synchronized byte[] answer(byte[] question, Instant now) {
        try {
            List<String> words = Words.read(question);
            List<String> answer = new ArrayList<>(List.of(YES));
            answer.addAll(Verb.valueOf(words.getFirst()).answer(this, words.subList(1, words.size()), now));
            return Words.write(answer);
        } catch (JournalUnavailable e) {
            return Words.write(List.of(AWAY, String.valueOf(e.getMessage())));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Words.write(List.of(NO, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return Words.write(List.of(NO, "the vault does not understand what it is asked"));
        }
    }

    Vault vault() {
        return vault;
    }

    EmergencyUnblinding emergency() {
        return emergency;
    }

    /// Takes down that somebody authorises the reveal, who proves to be that person.
    void authorize(VaultEntry.Authorized word, String proof, Instant now) {
        if (Role.revealing().stream().map(Role::name).noneMatch(word.role()::equals)) {
            throw new IllegalStateException("the role " + word.role() + " does not authorise a reveal");
        }
        require(authorisations, now, "nothing was authorised: ");
        if (!secondFactor.confirms(word.by(), proof)) {
            throw new IllegalStateException("the second factor does not confirm that this is " + word.by());
        }
        vault.authorize(word);
    }

    /// Opens everything to those who authorised it here: what the study's program says of them is not enough.
    Reveal reveal(Warrant warrant, Instant now) {
        require(reveals, now, "the vault reveals nothing: ");
        if (!rehearsal) {
            vault.requireAuthorized(warrant);
        }
        return vault.reveal(warrant);
    }

    private static void require(Pace pace, Instant now, String otherwise) {
        pace.next(now).ifPresent(next -> {
            throw new IllegalStateException(otherwise + Pace.sentence(next));
        });
    }

    Nature nature() {
        if (!rehearsal) {
            throw new IllegalStateException("the vault tells arm codes only where it was made for a rehearsal");
        }
        return vault.substances();
    }
}
