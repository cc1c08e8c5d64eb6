package org.equipoise.allocation.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.confidence.MemoryKeys;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// A whole trial at the vault's counter: people arrive in an order and in strata drawn by lot, are allocated, and get
/// a kit at every dispensing visit.
record Trial(Study study, Secrets secrets, Sealing sealing, Vault vault, List<Arrival> arrivals, List<Handed> kits) {

    static final Digest PLAN = new Digest("5e".repeat(32));
    static final JournalledEvent LOCK =
            new JournalledEvent(1, 0, new Actor("someone", "SPONSOR"), "lock", 1, new StudyLocked("done"));

    record Arrival(ParticipantId participant, String stratum, Sealed arm) {}

    record Handed(ParticipantId participant, String encounter, KitNumber kit) {}

    static Trial conducted(Study study, Secrets secrets, Sealing sealing) {
        Vault vault = new Vault(study, secrets, sealing);
        List<Arrival> arrivals = new ArrayList<>();
        List<Handed> kits = new ArrayList<>();
        RandomStream lot = Seed.of(4).stream(0, 0, 0);
        List<String> strata = study.design().randomization().strata();
        int[] order = IntStream.rangeClosed(1, study.design().randomization().participants())
                .toArray();
        lot.shuffle(order);
        for (int number : order) {
            ParticipantId participant = participant(number);
            String stratum = strata.get(lot.index(strata.size()));
            arrivals.add(new Arrival(participant, stratum, vault.allocate(participant, stratum)));
        }
        for (Encounter visit : study.design().dispensing()) {
            for (Arrival arrival : arrivals) {
                KitNumber kit = vault.dispense(arrival.participant(), visit.id());
                kits.add(new Handed(arrival.participant(), visit.id(), kit));
            }
        }
        return new Trial(study, secrets, sealing, vault, arrivals, kits);
    }

    static Trial conducted(Study study) {
        return conducted(study, secrets(study, 1), real());
    }

    /// The vault's keys of people, the same each time.
    static PersonalKeys keys() {
        return new MemoryKeys(_ -> secret());
    }

    static ParticipantId participant(int number) {
        return new ParticipantId(String.format(Locale.ROOT, "A-%04d", number));
    }

    static int number(ParticipantId participant) {
        return Integer.parseInt(participant.text().substring("A-".length()));
    }

    /// Other secrets for every number, and for every study.
    static Secrets secrets(Study study, long number) {
        RandomStream lot = Seed.of(number).stream(RandomStream.key(study.id()), 0, 0);
        ArmCodes arms = ArmCodes.draw(study.design().arms(), lot);
        Seed list = new Seed(lot.nextLong(), lot.nextLong());
        Seed kits = new Seed(lot.nextLong(), lot.nextLong());
        String nonce = new Seed(lot.nextLong(), lot.nextLong()).hex() + new Seed(lot.nextLong(), lot.nextLong()).hex();
        return new Secrets(arms, list, kits, nonce);
    }

    static Sealing real() {
        return new RealSealing(secret());
    }

    static byte[] secret() {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (7 * i + 1);
        }
        return secret;
    }

    static List<Sealing> bothSealings() {
        return List.of(real(), new IdealSealing());
    }

    static JournalledEvent opening(Study study, Mode mode) {
        return new JournalledEvent(1, 0, new Actor("someone", "SPONSOR"), "open", 0, new StudyOpened(study.id(), mode));
    }

    Nature nature() {
        return vault.nature(opening(study, Mode.REHEARSAL));
    }

    TreatmentsRevealed revealed() {
        return vault.reveal(warrant()).treatments();
    }

    /// A good warrant: statistician and sponsor are two people and name the same.
    static Warrant warrant() {
        return warrant(authorized(2, "Ines", Role.STATISTICIAN, PLAN), authorized(3, "Otto", Role.SPONSOR, PLAN));
    }

    static Warrant warrant(JournalledEvent... authorizations) {
        return new Warrant("someone", "analysis", LOCK, List.of(authorizations), List.of());
    }

    /// A good warrant that brings what the journal holds sealed.
    static Warrant bringing(SealedItem... items) {
        return new Warrant("someone", "analysis", LOCK, warrant().authorizations(), List.of(items));
    }

    static JournalledEvent authorized(long seq, String person, Role role, Digest plan) {
        return new JournalledEvent(
                seq,
                0,
                new Actor(person, role.name()),
                "yes",
                1,
                new RevealAuthorized(EventCodec.leaf(LOCK), PLAN, plan));
    }

    Map<ParticipantId, ArmCode> codes() {
        Map<ParticipantId, ArmCode> codes = new HashMap<>();
        for (Assignment assignment : revealed().assignments()) {
            codes.put(assignment.participant(), assignment.code());
        }
        return codes;
    }

    /// What the reveal says that everybody had.
    Map<ParticipantId, String> arms() {
        Map<ArmCode, String> names = new HashMap<>();
        revealed().arms().forEach(named -> names.put(named.code(), named.arm()));
        Map<ParticipantId, String> arms = new HashMap<>();
        codes().forEach((participant, code) -> arms.put(participant, names.get(code)));
        return arms;
    }

    List<Sealed> sealed() {
        return arrivals.stream().map(Arrival::arm).toList();
    }

    /// The identity under which the vault seals an arm.
    String identity(Arrival arrival) {
        return String.join(
                "|",
                study.id(),
                vault.procedure(),
                arrival.stratum(),
                arrival.participant().text());
    }

    /// What was handed out, in order, with what nature knows to be in it.
    List<Looks.Kit> contents() {
        return kits.stream()
                .map(handed -> new Looks.Kit(number(handed.kit()), nature().substance(handed.kit())))
                .toList();
    }

    static int number(KitNumber kit) {
        return Integer.parseInt(kit.text().substring(0, kit.text().indexOf('-')));
    }
}
