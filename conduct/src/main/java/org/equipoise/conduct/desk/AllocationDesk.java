package org.equipoise.conduct.desk;

import java.util.Optional;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// Where conduct asks for an allocation or a kit. What comes back says nothing of the arm until the reveal.
public interface AllocationDesk {
    /// The bytes of the longest value that can be sealed.
    int LONGEST_SEALED = 31;

    /// The procedure by name and version.
    String procedure();

    /// Binds the desk to its procedure, seed and treatment map.
    Digest commitment();

    /// The participant's sealed arm. Asking again for the same participant gives the same answer.
    Sealed allocate(ParticipantId participant, String stratum);

    /// The kit for one dispensing visit. Asking again gives the same kit.
    KitNumber dispense(ParticipantId participant, String encounter);

    /// The value of an unblinding item as ciphertext that belongs to its place in the journal and to no other.
    Sealed seal(ParticipantId participant, Citation place, String value);

    /// Opens everything, if the warrant is good: whoever answers looks at it too. Who authorised it and why becomes
    /// part
    /// of the journal.
    Reveal reveal(Warrant warrant);

    /// The emergency code break of this number, counting from 1 in the order in which they occurred, if there is one.
    Optional<CodeBreak> codeBreak(int number);

    /// How far the desk's own log has come.
    VaultRoot root();

    /// Whether the log was so once and has only grown since.
    boolean grewFrom(VaultRoot earlier);
}
