package org.equipoise.allocation.spec;

import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.protocol.design.Randomization;

/// What the manual says of the opening: enough to draw the list again with another program.
final class OpeningPage {
    private static final int SHOWN = 16;

    private OpeningPage() {}

    static String text() {
        Vault vault = new Vault(CommitmentSpecs.STUDY, CommitmentSpecs.SECRETS, Trial.real());
        return """
                Before the first participant the journal holds a commitment: the SHA-256 of a text that the vault
                shows at the reveal, the opening. It is canonical JSON (RFC 8785) in UTF-8. Of `pressure-dose` with
                the secrets of these tests it is, in one line:

                ```json
                %s
                ```

                and the commitment is `%s`.

                From the opening the list is drawn again so:

                - Random bits are those of Philox 4x64 with ten rounds. Its key is the two halves of `seed`; the words
                  of its counter are, from the lowest, the number of the block of bits (from 1), key(`procedure`),
                  key(stratum) and 0, where key(text) is the first 8 bytes of the SHA-256 of the text, highest byte
                  first. NumPy's `Philox(counter=[0, a, b, c], key=[first, second])` has the same bits.
                - A draw of one of n things multiplies 64 bits by n and takes the part of the product above 2^64; if
                  the part below is less than 2^64 modulo n, the bits are passed over.
                - A block draws one of `blockSizes`. It is filled with the codes in the order of `shares`, each as
                  often as its share says, and shuffled: from the last place down to the second, a place is drawn from
                  those up to it, itself included, and the two are exchanged.
                - One block follows the other until the list of the stratum has `participants` places.
                - Who is the n-th to be randomised in a stratum gets the n-th place of its list.

                The lists of the opening above begin

                %s
                [RandomStream](../../statistics/src/main/java/org/equipoise/statistics/random/RandomStream.java) and
                [PermutedBlocks](../../statistics/src/main/java/org/equipoise/statistics/sequence/PermutedBlocks.java)
                do so.

                """.formatted(
                        vault.reveal(Trial.warrant()).treatments().opening(),
                        vault.commitment().hex(),
                        beginnings());
    }

    private static String beginnings() {
        Randomization plan = CommitmentSpecs.STUDY.design().randomization();
        Secrets secrets = CommitmentSpecs.SECRETS;
        AllocationList list = new AllocationList(plan, secrets.arms(), secrets.list());
        StringBuilder lines = new StringBuilder();
        for (String stratum : plan.strata()) {
            lines.append("- `").append(stratum).append("`:");
            for (int place = 0; place < SHOWN; place++) {
                lines.append(' ').append(list.next(stratum));
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
