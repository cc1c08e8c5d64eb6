package org.equipoise.allocation.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.KitStock;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;

/// Holds the list, the kits and the keys. It answers one participant at a time, gives kit numbers and ciphertext, and
/// lists nothing until the reveal.
///
/// One thread at a time may ask it: conduct's sequencer is one, and the vault promises nothing to more.
public final class Vault implements AllocationDesk {
    private final Secrets secrets;
    private final Sealing sealing;
    private final String study;
    private final String opening;
    private final AllocationList list;
    private final KitStock stock;
    private final Map<ParticipantId, ArmCode> allocated = new HashMap<>();
    private final Map<ParticipantId, String> strata = new HashMap<>();
    private final Map<Visit, KitNumber> dispensed = new HashMap<>();

    private final SortedMap<ParticipantId, SortedMap<Citation, Sealed>> items = new TreeMap<>();

    private record Visit(ParticipantId participant, String encounter) {}

    public Vault(Study study, Secrets secrets, Sealing sealing) {
        this.secrets = secrets;
        this.sealing = sealing;
        this.study = study.id();
        secrets.arms().arms().values().forEach(Vault::requireRoom);
        Randomization plan = study.design().randomization();
        this.list = new AllocationList(plan, secrets.arms(), secrets.list());
        int kits = plan.participants() * study.design().dispensing().size();
        this.stock = new KitStock(secrets.arms(), kits, secrets.kits().stream(RandomStream.key("kit numbers"), 0, 0));
        this.opening = Opening.text(study, secrets);
    }

    /// Asked before the first participant: a refusal later, for one arm and not for another, would tell which it is.
    private static void requireRoom(String arm) {
        if (!Sealing.hasRoomFor(arm)) {
            throw new IllegalArgumentException(
                    "the arm " + arm + " has too long a name: it must be shorter than " + Sealing.ROOM + " bytes");
        }
    }

    @Override
    public String procedure() {
        return AllocationList.PROCEDURE;
    }

    @Override
    public Digest commitment() {
        return sealing.commit(opening, study);
    }

    @Override
    public Sealed allocate(ParticipantId participant, String stratum) {
        ArmCode code = allocated.get(participant);
        if (code == null) {
            code = list.next(stratum);
            allocated.put(participant, code);
            strata.put(participant, stratum);
        } else if (!stratum.equals(strata.get(participant))) {
            throw new IllegalStateException(participant + " is allocated already, and not in the stratum " + stratum);
        }
        return sealing.seal(secrets.arms().arm(code), identity(participant, stratum));
    }

    private String identity(ParticipantId participant, String stratum) {
        return study + "|" + AllocationList.PROCEDURE + "|" + stratum + "|" + participant;
    }

    @Override
    public KitNumber dispense(ParticipantId participant, String encounter) {
        ArmCode code = allocated.get(participant);
        if (code == null) {
            throw new IllegalStateException(participant + " is not allocated");
        }
        return dispensed.computeIfAbsent(new Visit(participant, encounter), _ -> stock.take(code));
    }

    @Override
    public Sealed seal(ParticipantId participant, Citation place, String value) {
        Sealed sealed = sealing.seal(value, identity(participant, place));
        items.computeIfAbsent(participant, _ -> new TreeMap<>()).put(place, sealed);
        return sealed;
    }

    private String identity(ParticipantId participant, Citation place) {
        return study + "|item|" + participant + "|" + place;
    }

    private SealedItemsOpened opened(ParticipantId participant, SortedMap<Citation, Sealed> ciphertexts) {
        List<OpenedItem> opened = new ArrayList<>();
        ciphertexts.forEach((place, ciphertext) -> opened.add(
                new OpenedItem(place.seq(), place.ordinal(), sealing.open(ciphertext, identity(participant, place)))));
        return new SealedItemsOpened(participant, opened);
    }

    @Override
    public Reveal reveal(String authorizedBy, String reason) {
        List<ArmNamed> arms = secrets.arms().arms().entrySet().stream()
                .map(arm -> new ArmNamed(arm.getKey(), arm.getValue()))
                .toList();
        List<Assignment> assignments = new TreeMap<>(allocated)
                .entrySet().stream()
                        .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                        .toList();
        List<SealedItemsOpened> opened = new ArrayList<>();
        items.forEach((participant, ciphertexts) -> opened.add(opened(participant, ciphertexts)));
        return new Reveal(new TreatmentsRevealed(authorizedBy, reason, opening, arms, assignments), opened);
    }

    /// What virtual bodies learn of their kits, given that the first event of the study's journal says it is a
    /// rehearsal.
    public Nature nature(JournalledEvent first) {
        if (first.seq() == 1
                && first.event() instanceof StudyEvent.StudyOpened opened
                && opened.study().equals(study)
                && opened.mode() == StudyEvent.Mode.REHEARSAL) {
            return stock::content;
        }
        throw new IllegalStateException(
                "the vault tells arm codes only where the journal's first event opens a rehearsal" + " of its study");
    }
}
