package org.equipoise.allocation.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.KitStock;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;

/// Holds the list, the kits and the keys. It answers one participant at a time, gives kit numbers and ciphertext, and
/// lists nothing until the
/// reveal.
public final class Vault implements AllocationDesk {
    private final Secrets secrets;
    private final Sealing sealing;
    private final String study;
    private final String opening;
    private final AllocationList list;
    private final KitStock stock;
    private final Map<ParticipantId, ArmCode> allocated = new LinkedHashMap<>();
    private final Map<String, KitNumber> dispensed = new LinkedHashMap<>();

    public Vault(Study study, Secrets secrets, Sealing sealing) {
        this.secrets = secrets;
        this.sealing = sealing;
        this.study = study.id();
        var plan = study.design().randomization();
        this.list = new AllocationList(plan, secrets.arms(), secrets.list());
        int kits = plan.participants() * study.design().dispensing().size();
        this.stock = new KitStock(secrets.arms(), kits, secrets.kits().stream(RandomStream.key("kit numbers"), 0, 0));
        this.opening = Opening.text(study, secrets);
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
        ArmCode code = allocated.computeIfAbsent(participant, _ -> list.next(stratum));
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
        return dispensed.computeIfAbsent(participant + "|" + encounter, _ -> stock.take(code));
    }

    @Override
    public TreatmentsRevealed reveal(String authorizedBy, String reason) {
        List<ArmNamed> arms = secrets.arms().arms().entrySet().stream()
                .map(arm -> new ArmNamed(arm.getKey(), arm.getValue()))
                .toList();
        List<Assignment> assignments = new TreeMap<>(allocated)
                .entrySet().stream()
                        .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                        .toList();
        return new TreatmentsRevealed(authorizedBy, reason, opening, arms, assignments);
    }

    /// What virtual bodies learn of their kits, given that the journal's first event says it is a rehearsal.
    public Nature nature(JournalledEvent first) {
        if (first.seq() == 1
                && first.event() instanceof StudyEvent.StudyOpened opened
                && opened.mode() == StudyEvent.Mode.REHEARSAL) {
            return stock::content;
        }
        throw new IllegalStateException("the vault tells arm codes to nobody in a live trial");
    }
}
