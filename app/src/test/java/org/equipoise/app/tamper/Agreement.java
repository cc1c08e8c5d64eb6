package org.equipoise.app.tamper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.equipoise.app.tamper.Corruptions.Corrupted;
import org.equipoise.app.tamper.Corruptions.Honest;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;

/// Whether two verifiers, in two languages, reject what is corrupted and name the same place.
final class Agreement {
    private Agreement() {}

    /// What was let pass, judged differently or placed where it is not, of the corruptions of these numbers.
    static List<String> faults(Honest honest, long first, long count) {
        try (Judge judge = new Judge(honest.key().publicKey())) {
            return faults(honest, judge, number -> Corruptions.of(honest, number), first, count);
        }
    }

    static List<String> faults(
            Honest honest, Judge judge, LongFunction<Corrupted> corruptions, long first, long count) {
        List<String> faults = new ArrayList<>();
        for (long number = first; number < first + count; number++) {
            Corrupted corrupted = corruptions.apply(number);
            judge.give(corrupted.archive(), corrupted.witness());
            String one = verdict(corrupted.archive(), honest.key().publicKey(), corrupted.witness());
            String other = judge.verdict();
            boolean placed = corrupted.where().isEmpty() || one.equals(corrupted.where());
            if (one.equals("verified") || !one.equals(other) || !placed) {
                faults.add(number + " " + Corruptions.way(number) + ": " + one + " / " + other
                        + (placed ? "" : ", not " + corrupted.where()));
            }
        }
        return faults;
    }

    static String verdict(byte[] archive, byte[] key, byte[] witness) {
        return switch (ArchiveVerifier.verify(archive, key, witness)) {
            case Verification.Verified _ -> "verified";
            case Verification.Rejected(var where, var _) -> where;
        };
    }
}
