package org.equipoise.allocation.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;

/// What the vault writes down before it answers. No entry says an arm: with the secrets, the same questions in the same
/// order give the same answers. Of stock and shelves it writes the numbers of whole sets, of which each has every arm.
///
/// As bytes an entry is a JSON array of texts, the first of which names its kind.
public sealed interface VaultEntry {
    /// The vault began with these secrets, which the commitment binds.
    record Begun(String study, Digest commitment) implements VaultEntry {}

    record Allocated(ParticipantId participant, String stratum) implements VaultEntry {}

    /// A kit from the stock that nobody counts.
    record Dispensed(ParticipantId participant, String encounter) implements VaultEntry {}

    record Labelled(int labelling, int sets) implements VaultEntry {}

    /// Whole sets for a site.
    ///
    /// @param sets which were in stock and not sent, by their numbers
    record Shipped(int shipment, List<Integer> sets) implements VaultEntry {}

    /// A kit from a site's shelf.
    ///
    /// @param set the whole set that was there, by its number: its kit of the participant's arm is the answer
    record Served(ParticipantId participant, String encounter, int set) implements VaultEntry {}

    /// The same instead of a kit.
    record Replaced(ParticipantId participant, int instead, int set) implements VaultEntry {}

    /// One participant's treatment was told in an emergency, before anybody else was asked.
    ///
    /// @param reason under a key of the participant's that the vault keeps
    record CodeBroken(ParticipantId participant, String to, Confidential reason, Instant at) implements VaultEntry {}

    /// Somebody authorised the reveal.
    ///
    /// @param by who
    /// @param role by its name
    /// @param lock the hash of the event that locked the study
    /// @param review the SHA-256 of the minutes of the blinded review
    /// @param plan the hash of the analysis plan
    record Authorized(String by, String role, Digest lock, Digest review, Digest plan) implements VaultEntry {}

    record Revealed(String authorizedBy, String reason) implements VaultEntry {}

    private List<String> texts() {
        return switch (this) {
            case Begun(var study, var commitment) -> List.of("begun", study, commitment.hex());
            case Allocated(var participant, var stratum) -> List.of("allocated", participant.text(), stratum);
            case Dispensed(var participant, var encounter) -> List.of("dispensed", participant.text(), encounter);
            case Labelled(var labelling, var sets) ->
                List.of("labelled", Integer.toString(labelling), Integer.toString(sets));
            case Shipped(var shipment, var sets) ->
                List.of(
                        "shipped",
                        Integer.toString(shipment),
                        sets.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case Served(var participant, var encounter, var set) ->
                List.of("served", participant.text(), encounter, Integer.toString(set));
            case Replaced(var participant, var instead, var set) ->
                List.of("replaced", participant.text(), Integer.toString(instead), Integer.toString(set));
            case CodeBroken(var participant, var to, var reason, var at) ->
                List.of("code-broken", participant.text(), to, reason.hex(), at.toString());
            case Authorized(var by, var role, var lock, var review, var plan) ->
                List.of("authorized", by, role, lock.hex(), review.hex(), plan.hex());
            case Revealed(var by, var reason) -> List.of("revealed", by, reason);
        };
    }

    default byte[] bytes() {
        return Words.write(texts());
    }

    /// Reads what [#bytes] wrote.
    ///
    /// @throws IllegalArgumentException if the bytes are anything else
    static VaultEntry read(byte[] bytes) {
        VaultEntry entry = of(Words.read(bytes).toArray(String[]::new));
        if (!Arrays.equals(entry.bytes(), bytes)) {
            throw unreadable(bytes);
        }
        return entry;
    }

    private static VaultEntry of(String[] texts) {
        return switch (texts.length == 0 ? "" : texts[0] + "/" + texts.length) {
            case "begun/3" -> new Begun(texts[1], new Digest(texts[2]));
            case "allocated/3" -> new Allocated(new ParticipantId(texts[1]), texts[2]);
            case "dispensed/3" -> new Dispensed(new ParticipantId(texts[1]), texts[2]);
            case "labelled/3" -> new Labelled(Integer.parseInt(texts[1]), Integer.parseInt(texts[2]));
            case "shipped/3" ->
                new Shipped(
                        Integer.parseInt(texts[1]),
                        Stream.of(texts[2].split(" ")).map(Integer::valueOf).toList());
            case "served/4" -> new Served(new ParticipantId(texts[1]), texts[2], Integer.parseInt(texts[3]));
            case "replaced/4" ->
                new Replaced(new ParticipantId(texts[1]), Integer.parseInt(texts[2]), Integer.parseInt(texts[3]));
            case "code-broken/5" ->
                new CodeBroken(
                        new ParticipantId(texts[1]), texts[2], new Confidential(texts[3]), Instant.parse(texts[4]));
            case "authorized/6" ->
                new Authorized(texts[1], texts[2], new Digest(texts[3]), new Digest(texts[4]), new Digest(texts[5]));
            case "revealed/3" -> new Revealed(texts[1], texts[2]);
            default -> throw new IllegalArgumentException("no entry of a vault: " + String.join(", ", texts));
        };
    }

    private static IllegalArgumentException unreadable(byte[] bytes) {
        return new IllegalArgumentException("no entry of a vault: " + new String(bytes, StandardCharsets.UTF_8));
    }
}
