package org.equipoise.conduct.desk;

import java.util.Optional;
import java.util.SortedSet;
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

    /// The kit for one dispensing visit, where nobody counts kits. Asking again gives the same kit.
    KitNumber dispense(ParticipantId participant, String encounter);

    /// Labels kits in whole sets: a set is one kit of every arm. Asking again for the same labelling gives the same.
    ///
    /// @param labelling 1 for the first
    SortedSet<KitNumber> label(int labelling, int sets);

    /// For how many dispensings kits suffice, whoever comes: the number of whole sets among them.
    int sets(SortedSet<KitNumber> kits);

    /// Chooses whole sets for a shipment. Asking again for the same shipment gives the same, as long as it is in stock.
    ///
    /// @param stock what the depot has, with no fewer whole sets
    SortedSet<KitNumber> ship(int shipment, SortedSet<KitNumber> stock, int sets);

    /// The kit for one dispensing visit, out of those on a site's shelf. Asking again gives the same kit as long as it
    /// is there. Empty where the shelf holds no whole set, whatever the participant's arm.
    Optional<KitNumber> dispense(ParticipantId participant, String encounter, SortedSet<KitNumber> shelf);

    /// The same instead of a kit that the participant was handed before.
    Optional<KitNumber> replace(ParticipantId participant, KitNumber kit, SortedSet<KitNumber> shelf);

    /// The value of an unblinding item as ciphertext that belongs to its place in the journal and to no other.
    Sealed seal(ParticipantId participant, Citation place, String value);

    /// Opens everything, if the warrant is good: whoever answers looks at it too. Who authorised it and why
    /// becomes part of the journal.
    Reveal reveal(Warrant warrant);

    /// The emergency code break of this number, counting from 1 in the order in which they occurred, if there is one.
    Optional<CodeBreak> codeBreak(int number);

    /// Makes unreadable what the desk keeps in somebody's words of a participant who is erased: why their code was
    /// broken. Asking again changes nothing.
    void forget(ParticipantId participant);

    /// How far the desk's own log has come.
    VaultRoot root();

    /// Whether the log was so once and has only grown since.
    boolean grewFrom(VaultRoot earlier);
}
