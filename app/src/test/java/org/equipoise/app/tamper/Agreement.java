package org.equipoise.app.tamper;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.app.tamper.Corruptions.Corrupted;
import org.equipoise.app.tamper.Corruptions.Honest;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;

/// Whether two verifiers, in two languages, reject what is corrupted and name the same place.
record Agreement(long corrupted, List<String> disagreements) {

    /// Judges the corruptions of these numbers.
    static Agreement on(Honest honest, long first, long count) {
        List<String> disagreements = new ArrayList<>();
        byte[] key = honest.key().publicKey();
        try (Judge judge = new Judge(key)) {
            for (long number = first; number < first + count; number++) {
                Corrupted corrupted = Corruptions.of(honest, number);
                judge.give(corrupted.archive(), corrupted.witness());
                String one = verdict(corrupted.archive(), key, corrupted.witness());
                String other = judge.verdict();
                boolean placed = corrupted.where().isEmpty() || one.equals(corrupted.where());
                if (one.equals("verified") || !one.equals(other) || !placed) {
                    disagreements.add(number + " " + Corruptions.way(number) + ": " + one + " / " + other
                            + (placed ? "" : ", not " + corrupted.where()));
                }
            }
        }
        return new Agreement(count, disagreements);
    }

    static String verdict(byte[] archive, byte[] key, byte[] witness) {
        return switch (ArchiveVerifier.verify(archive, key, witness)) {
            case Verification.Verified _ -> "verified";
            case Verification.Rejected(var where, var _) -> where;
        };
    }
}
