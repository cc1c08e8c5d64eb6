package org.equipoise.allocation.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// A vault that runs elsewhere, as conduct knows it: it holds nothing, and asks along a line.
///
/// Every verb throws [VaultAway] where no answer comes, and [IllegalStateException] with the vault's sentence where it
/// says no.
public final class DistantVault implements AllocationDesk, Nature {
    private final Line line;

    public DistantVault(Line line) {
        this.line = line;
    }

    private List<String> ask(Verb verb, String... words) {
        return ask(verb, List.of(words));
    }

    private List<String> ask(Verb verb, List<String> words) {
        List<String> question = new ArrayList<>(List.of(verb.name()));
        question.addAll(words);
        List<String> answer = Words.read(line.ask(Words.write(question)));
        return switch (answer.getFirst()) {
            case VaultDoor.YES -> answer.subList(1, answer.size());
            case VaultDoor.AWAY -> throw new VaultAway(answer.get(1));
            default -> throw new IllegalStateException(answer.get(1));
        };
    }

    @Override
    public String procedure() {
        return ask(Verb.PROCEDURE).getFirst();
    }

    @Override
    public Digest commitment() {
        return new Digest(ask(Verb.COMMITMENT).getFirst());
    }

    @Override
    public Sealed allocate(ParticipantId participant, String stratum) {
        return new Sealed(ask(Verb.ALLOCATE, participant.text(), stratum).getFirst());
    }

    @Override
    public KitNumber dispense(ParticipantId participant, String encounter) {
        return new KitNumber(ask(Verb.DISPENSE, participant.text(), encounter).getFirst());
    }

    @Override
    public SortedSet<KitNumber> label(int labelling, int sets) {
        return Verb.kits(ask(Verb.LABEL, Integer.toString(labelling), Integer.toString(sets)));
    }

    @Override
    public int sets(SortedSet<KitNumber> kits) {
        return Integer.parseInt(ask(Verb.SETS, Verb.texts(kits)).getFirst());
    }

    @Override
    public SortedSet<KitNumber> ship(int shipment, SortedSet<KitNumber> stock, int sets) {
        return Verb.kits(about(Verb.SHIP, Integer.toString(shipment), Integer.toString(sets), stock));
    }

    @Override
    public Optional<KitNumber> dispense(ParticipantId participant, String encounter, SortedSet<KitNumber> shelf) {
        return about(Verb.DISPENSE_FROM, participant.text(), encounter, shelf).stream()
                .map(KitNumber::new)
                .findFirst();
    }

    @Override
    public Optional<KitNumber> replace(ParticipantId participant, KitNumber kit, SortedSet<KitNumber> shelf) {
        return about(Verb.REPLACE, participant.text(), kit.text(), shelf).stream()
                .map(KitNumber::new)
                .findFirst();
    }

    /// A question about kits that lie somewhere.
    private List<String> about(Verb verb, String one, String other, SortedSet<KitNumber> kits) {
        List<String> words = new ArrayList<>(List.of(one, other));
        words.addAll(Verb.texts(kits));
        return ask(verb, words);
    }

    @Override
    public Sealed seal(ParticipantId participant, Citation place, String value) {
        return new Sealed(
                ask(Verb.SEAL, participant.text(), Long.toString(place.seq()), Integer.toString(place.ordinal()), value)
                        .getFirst());
    }

    @Override
    public Reveal reveal(Warrant warrant) {
        return Verb.reveal(ask(Verb.REVEAL, Verb.words(warrant)));
    }

    @Override
    public Optional<CodeBreak> codeBreak(int number) {
        List<String> told = ask(Verb.CODE_BREAK, Integer.toString(number));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new CodeBreak(
                        new ParticipantId(told.get(0)), told.get(1), told.get(2), Instant.parse(told.get(3))));
    }

    @Override
    public void forget(ParticipantId participant) {
        ask(Verb.FORGET, participant.text());
    }

    @Override
    public VaultRoot root() {
        List<String> root = ask(Verb.ROOT);
        return new VaultRoot(Long.parseLong(root.get(0)), new Digest(root.get(1)));
    }

    @Override
    public boolean grewFrom(VaultRoot earlier) {
        return Boolean.parseBoolean(ask(
                        Verb.GREW_FROM,
                        Long.toString(earlier.entries()),
                        earlier.root().hex())
                .getFirst());
    }

    @Override
    public ArmCode substance(KitNumber kit) {
        return new ArmCode(ask(Verb.SUBSTANCE, kit.text()).getFirst());
    }

    /// Tells the vault that somebody authorises the reveal.
    ///
    /// @param proof what the vault's second factor asks of them
    public void authorize(VaultEntry.Authorized word, String proof) {
        ask(
                Verb.AUTHORIZE,
                word.by(),
                word.role(),
                word.lock().hex(),
                word.review().hex(),
                word.plan().hex(),
                proof);
    }

    /// Breaks one participant's code in an emergency.
    public Outcome breakCode(EmergencyUnblinding.Request request) {
        List<String> told =
                ask(Verb.BREAK_CODE, request.participant().text(), request.by(), request.proof(), request.reason());
        return told.size() == 1
                ? new Outcome.Refused(told.getFirst())
                : new Outcome.Told(request.participant(), told.get(0), Instant.parse(told.get(1)));
    }
}
