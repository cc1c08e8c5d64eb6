package org.equipoise.allocation.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.KitSets;
import org.equipoise.allocation.supply.KitStock;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.confidence.MemoryKeys;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.history.Citation;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.reading.Study;

/// Holds the list, the kits and the keys. It answers one participant at a time, gives kit numbers and ciphertext, and
/// lists nothing until the reveal. Whatever it answers it has written down before in a log of its own, from which it
/// comes back as it was.
///
/// One thread at a time may ask it: conduct's sequencer is one, and the vault promises nothing to more.
public final class Vault implements AllocationDesk {
    private final EntryLog log;
    private final PersonalKeys keys;
    private final Secrets secrets;
    private final Sealing sealing;
    private final String study;
    private final String opening;
    private final AllocationList list;
    private final KitStock stock;
    private final Dispensary dispensary;
    private final Map<ParticipantId, ArmCode> allocated = new HashMap<>();
    private final Map<ParticipantId, String> strata = new HashMap<>();
    private final Map<Visit, KitNumber> dispensed = new HashMap<>();
    private final List<VaultEntry.CodeBroken> codeBreaks = new ArrayList<>();
    private final Set<VaultEntry.Authorized> authorized = new HashSet<>();

    private record Visit(ParticipantId participant, String encounter) {}

    /// A vault that is forgotten with the program, log and all: for rehearsals.
    public Vault(Study study, Secrets secrets, Sealing sealing) {
        this(study, secrets, sealing, new MemoryLog(), new MemoryKeys(_ -> new byte[PersonalKey.SECRET]));
    }

    /// @param log what this vault wrote down before, or nothing yet
    /// @param keys of those whose codes were broken: the vault's own, which the study's program never has
    /// @throws IllegalArgumentException if the log is another study's, or of other secrets
    public Vault(Study study, Secrets secrets, Sealing sealing, EntryLog log, PersonalKeys keys) {
        this.log = log;
        this.keys = keys;
        this.secrets = secrets;
        this.sealing = sealing;
        this.study = study.id();
        secrets.arms().arms().values().forEach(Vault::requireRoom);
        Randomization plan = study.design().randomization();
        this.list = new AllocationList(plan, secrets.arms(), secrets.list());
        this.stock = secrets.stock(study.design());
        this.dispensary = new Dispensary(new KitSets(stock), log, this::code);
        this.opening = Opening.text(study, secrets);
        recover();
    }

    private void recover() {
        VaultEntry.Begun begun = new VaultEntry.Begun(study, commitment());
        List<byte[]> entries = log.entries();
        if (entries.isEmpty()) {
            log.append(begun.bytes());
            return;
        }
        if (!VaultEntry.read(entries.getFirst()).equals(begun)) {
            throw new IllegalArgumentException("the vault's log is of another study, or of other secrets");
        }
        entries.subList(1, entries.size()).forEach(entry -> again(VaultEntry.read(entry)));
    }

    private void again(VaultEntry entry) {
        switch (entry) {
            case VaultEntry.Begun _ -> throw new IllegalArgumentException("the vault's log begins twice");
            case VaultEntry.Allocated(var participant, var stratum) -> enter(participant, stratum);
            case VaultEntry.Dispensed(var participant, var encounter) -> take(new Visit(participant, encounter));
            case VaultEntry.Labelled labelled -> dispensary.again(labelled);
            case VaultEntry.Shipped shipped -> dispensary.again(shipped);
            case VaultEntry.Served served -> dispensary.again(served);
            case VaultEntry.Replaced replaced -> dispensary.again(replaced);
            case VaultEntry.CodeBroken broken -> codeBreaks.add(broken);
            case VaultEntry.Authorized word -> authorized.add(word);
            case VaultEntry.Revealed _ -> {}
        }
    }

    private void write(VaultEntry entry) {
        log.append(entry.bytes());
    }

    @Override
    public VaultRoot root() {
        return new VaultRoot(log.size(), log.root());
    }

    @Override
    public boolean grewFrom(VaultRoot earlier) {
        if (earlier.entries() > log.size()) {
            return false;
        }
        MerkleTree then = new MerkleTree();
        log.entries().subList(0, Math.toIntExact(earlier.entries())).forEach(entry -> then.add(then.leafHash(entry)));
        return Digest.of(then.root()).equals(earlier.root());
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
        String before = strata.get(participant);
        if (before == null) {
            list.require(stratum);
            write(new VaultEntry.Allocated(participant, stratum));
            enter(participant, stratum);
        } else if (!stratum.equals(before)) {
            throw new IllegalStateException(participant + " is allocated already, and not in the stratum " + stratum);
        }
        return sealing.seal(secrets.arms().arm(code(participant)), identity(participant, stratum));
    }

    private void enter(ParticipantId participant, String stratum) {
        allocated.put(participant, list.next(stratum));
        strata.put(participant, stratum);
    }

    private ArmCode code(ParticipantId participant) {
        ArmCode code = allocated.get(participant);
        if (code == null) {
            throw new IllegalStateException(participant + " is not allocated");
        }
        return code;
    }

    private String identity(ParticipantId participant, String stratum) {
        return study + "|" + AllocationList.PROCEDURE + "|" + stratum + "|" + participant;
    }

    @Override
    public KitNumber dispense(ParticipantId participant, String encounter) {
        Visit visit = new Visit(participant, encounter);
        KitNumber before = dispensed.get(visit);
        if (before != null) {
            return before;
        }
        stock.require(code(participant));
        write(new VaultEntry.Dispensed(participant, encounter));
        return take(visit);
    }

    private KitNumber take(Visit visit) {
        KitNumber kit = stock.take(code(visit.participant()));
        dispensed.put(visit, kit);
        return kit;
    }

    @Override
    public SortedSet<KitNumber> label(int labelling, int sets) {
        return dispensary.label(labelling, sets);
    }

    @Override
    public int sets(SortedSet<KitNumber> kits) {
        return dispensary.count(kits);
    }

    @Override
    public SortedSet<KitNumber> ship(int shipment, SortedSet<KitNumber> stock, int sets) {
        return dispensary.ship(shipment, stock, sets);
    }

    @Override
    public Optional<KitNumber> dispense(ParticipantId participant, String encounter, SortedSet<KitNumber> shelf) {
        return dispensary.serve(participant, encounter, shelf);
    }

    @Override
    public Optional<KitNumber> replace(ParticipantId participant, KitNumber kit, SortedSet<KitNumber> shelf) {
        return dispensary.replace(participant, kit, shelf);
    }

    /// The arm of one participant, told in an emergency; empty where they are not allocated. Asking again is written
    /// down again.
    Optional<String> breakCode(ParticipantId participant, String to, String reason, Instant at) {
        ArmCode code = allocated.get(participant);
        if (code == null) {
            return Optional.empty();
        }
        keys.make(participant);
        Confidential words = keys.find(participant).orElseThrow().conceal(reasonOf(codeBreaks.size() + 1), reason);
        VaultEntry.CodeBroken broken = new VaultEntry.CodeBroken(participant, to, words, at);
        write(broken);
        codeBreaks.add(broken);
        return Optional.of(secrets.arms().arm(code));
    }

    boolean isForgotten(ParticipantId participant) {
        return keys.isErased(participant);
    }

    private static TextPlace reasonOf(int codeBreak) {
        return new TextPlace(codeBreak, "reason");
    }

    @Override
    public Optional<CodeBreak> codeBreak(int number) {
        if (number < 1 || number > codeBreaks.size()) {
            return Optional.empty();
        }
        VaultEntry.CodeBroken broken = codeBreaks.get(number - 1);
        Optional<String> reason =
                keys.find(broken.participant()).map(key -> key.read(reasonOf(number), broken.reason()));
        return Optional.of(new CodeBreak(broken.participant(), broken.to(), reason.orElse(""), broken.at()));
    }

    @Override
    public void forget(ParticipantId participant) {
        keys.erase(participant);
    }

    @Override
    public Sealed seal(ParticipantId participant, Citation place, String value) {
        return sealing.seal(value, identity(participant, place));
    }

    private String identity(ParticipantId participant, Citation place) {
        return study + "|item|" + participant + "|" + place;
    }

    /// By participant, and each one's by their places.
    private List<SealedItemsOpened> opened(List<SealedItem> items) {
        SortedMap<ParticipantId, SortedMap<Citation, OpenedItem>> opened = new TreeMap<>();
        for (SealedItem item : items) {
            Citation place = item.place();
            String value = sealing.open(item.value(), identity(item.participant(), place));
            opened.computeIfAbsent(item.participant(), _ -> new TreeMap<>())
                    .put(place, new OpenedItem(place.seq(), place.ordinal(), value));
        }
        List<SealedItemsOpened> events = new ArrayList<>();
        opened.forEach(
                (participant, values) -> events.add(new SealedItemsOpened(participant, List.copyOf(values.values()))));
        return events;
    }

    /// Takes down that somebody authorises the reveal; again changes nothing.
    void authorize(VaultEntry.Authorized word) {
        if (!authorized.contains(word)) {
            write(word);
            authorized.add(word);
        }
    }

    /// Requires that everyone whom the warrant names told the vault the same themselves.
    void requireAuthorized(Warrant warrant) {
        for (VaultEntry.Authorized each : Quorum.of(warrant)) {
            if (!authorized.contains(each)) {
                throw Quorum.refused(each.by() + " has not authorised just that here, as "
                        + each.role().toLowerCase(Locale.ROOT)
                        + ". It takes their own word: equipoise authorize-reveal");
            }
        }
    }

    @Override
    public Reveal reveal(Warrant warrant) {
        Quorum.of(warrant).forEach(this::authorize);
        String authorizedBy = warrant.authorizedBy();
        String reason = warrant.reason();
        write(new VaultEntry.Revealed(authorizedBy, reason));
        List<ArmNamed> arms = secrets.arms().arms().entrySet().stream()
                .map(arm -> new ArmNamed(arm.getKey(), arm.getValue()))
                .toList();
        List<Assignment> assignments = new TreeMap<>(allocated)
                .entrySet().stream()
                        .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                        .toList();
        return new Reveal(
                new TreatmentsRevealed(authorizedBy, reason, opening, arms, assignments), opened(warrant.items()));
    }

    /// What is in each kit, for a vault that was made for a rehearsal.
    Nature substances() {
        return stock::content;
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
