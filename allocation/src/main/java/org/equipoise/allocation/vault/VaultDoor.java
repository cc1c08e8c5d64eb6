package org.equipoise.allocation.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.journal.store.JournalUnavailable;

/// Where a vault is asked from elsewhere: one question after the other, however many ask. A question that cannot be
/// answered gets a sentence that tells nothing.
public final class VaultDoor {
    static final String YES = "yes";
    static final String NO = "no";
    static final String AWAY = "away";

    private final Vault vault;
    private final EmergencyUnblinding emergency;
    private final boolean rehearsal;
    private final Pace reveals = new Pace();

    /// @param rehearsal whether this vault was made for a rehearsal: only then does it tell arm codes
    public VaultDoor(Vault vault, SecondFactor secondFactor, boolean rehearsal) {
        this.vault = vault;
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

    Pace reveals() {
        return reveals;
    }

    Nature nature() {
        if (!rehearsal) {
            throw new IllegalStateException("the vault tells arm codes only where it was made for a rehearsal");
        }
        return vault.substances();
    }
}
