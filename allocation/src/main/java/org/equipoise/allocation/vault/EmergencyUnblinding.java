package org.equipoise.allocation.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.language.identity.ParticipantId;

/// The emergency code break: the treatment of one participant, told to one person, because care depends on it. The
/// vault needs nothing but itself for it: the study's database may be down. What occurred stays in the vault's log.
///
/// Source: ICH E6(R3) 4.1.4.
public final class EmergencyUnblinding {
    private static final int SHORTEST_REASON = 10;

    private final Vault vault;
    private final SecondFactor secondFactor;
    private final Pace pace = new Pace();

    public EmergencyUnblinding(Vault vault, SecondFactor secondFactor) {
        this.vault = vault;
        this.secondFactor = secondFactor;
        int number = 1;
        for (var told = vault.codeBreak(number); told.isPresent(); told = vault.codeBreak(++number)) {
            pace.next(told.get().at());
        }
    }

    /// What someone asks.
    ///
    /// @param proof what the second factor asks for
    public record Request(ParticipantId participant, String by, String proof, String reason) {}

    /// What came of a request.
    public sealed interface Outcome {
        /// The treatment is told.
        ///
        /// A record prints its components; this one must not print the arm.
        ///
        /// @param arm the arm's id in the protocol
        record Told(ParticipantId participant, String arm, Instant at) implements Outcome {
            @Override
            public String toString() {
                return "Told[" + participant + " at " + at + "]";
            }
        }

        /// Nothing was opened.
        record Refused(String why) implements Outcome {}
    }

    public Outcome ask(Request request, Instant at) {
        if (request.by().isBlank()) {
            return new Outcome.Refused("Say who asks: the vault writes it down.");
        }
        if (request.reason().strip().length() < SHORTEST_REASON) {
            return new Outcome.Refused(
                    "Give the reason in a sentence: it will be read by the monitor and the safety board.");
        }
        if (!PersonalKey.hasRoomFor(request.reason())) {
            return new Outcome.Refused("Give the reason in at most " + PersonalKey.LONGEST + " characters.");
        }
        Optional<Instant> next = pace.next(at);
        if (next.isPresent()) {
            return new Outcome.Refused("Too many code breaks: " + Pace.sentence(next.get())
                    + " Until then care is given as if the treatment were the worse one.");
        }
        if (!secondFactor.confirms(request.by(), request.proof())) {
            return new Outcome.Refused("The second factor does not confirm that " + request.by() + " asks.");
        }
        if (vault.isForgotten(request.participant())) {
            return new Outcome.Refused(request.participant()
                    + " was erased after the trial: nothing can be written down of them any more.");
        }
        return vault.breakCode(
                        request.participant(),
                        request.by(),
                        whole(request.reason().strip()),
                        at)
                .<Outcome>map(arm -> new Outcome.Told(request.participant(), arm, at))
                .orElseGet(() -> new Outcome.Refused(request.participant()
                        + " is not randomised, so there is nothing to open. Look at the number."));
    }

    /// Half a character cannot be written down; nobody is kept waiting for it.
    private static String whole(String reason) {
        return new String(reason.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
