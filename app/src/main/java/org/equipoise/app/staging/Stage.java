package org.equipoise.app.staging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.journal.archive.ArchiveWriter;
import org.equipoise.journal.archive.ProtocolVersion;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.course.Chances;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.kernel.KernelTrial;
import org.equipoise.rehearsal.people.Witness;
import org.equipoise.rehearsal.people.World;
import org.equipoise.rehearsal.plan.Ensemble;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.trial.RehearsedTrial;
import org.equipoise.statistics.random.Seed;
import org.equipoise.store.people.KeyFolder;

/// Sets the stage for one rehearsed trial: everything that is secret or random is drawn from the seed and the trial's
/// number, each from a stream of
/// its own, so that a trial is the same whether it is rehearsed alone or among a thousand.
public record Stage(Places places, RehearsalPlan plan, Seed seed, long trial) {

    public Stage(Study study, RehearsalPlan plan, Seed seed, long trial) {
        this(new Places(study), plan, seed, trial);
    }

    public Study study() {
        return places.study();
    }

    /// What the rehearsal talks to instead of the vault: a desk and a nature that belong together.
    public record Counter(AllocationDesk desk, Nature nature) {}

    /// A trial ready to be conducted, and its journal.
    public record Set(RehearsedTrial trial, Journal journal) {}

    /// The vault's secrets for this trial.
    public Secrets secrets() {
        return draws().secrets(study().design().arms());
    }

    /// What one dose of each arm code is worth to a body: nature's own knowledge, which stays with the codes even when
    /// the vault's map of
    /// treatments is exchanged.
    public Map<ArmCode, Double> effects(ArmCodes arms) {
        Map<ArmCode, Double> effects = new HashMap<>();
        arms.arms().forEach((code, arm) -> effects.put(code, plan.effects().getOrDefault(arm, 0.0)));
        return effects;
    }

    /// Which parameters the bodies have that happen to be allocated to each arm code.
    private Map<ArmCode, Map<String, Double>> backgrounds(ArmCodes arms) {
        Map<ArmCode, Map<String, Double>> backgrounds = new HashMap<>();
        arms.arms().forEach((code, arm) -> {
            Map<String, Double> parameters = plan.arms().get(arm);
            if (parameters != null) {
                backgrounds.put(code, parameters);
            }
        });
        return backgrounds;
    }

    /// What the trial's persons have in common.
    private Person.Setting setting() {
        return new Person.Setting(
                places, plan, new Chances(seed, trial), Ensemble.factors(plan.ensemble(), draws().stream("ensemble")));
    }

    /// The participants' keys, in memory.
    public PersonalKeys personalKeys() {
        return draws().personalKeys();
    }

    public SigningKey signingKey() {
        return SigningKey.ofSeed(draws().bytes("signing key"));
    }

    /// The stage as it is for an ordinary rehearsal, its journal in memory.
    public Set ordinary(Witness witness) {
        return ordinary(new MemoryJournal(), witness);
    }

    /// The same with an empty journal that is kept elsewhere.
    public Set ordinary(Journal journal, Witness witness) {
        return kept(journal, vault(), personalKeys(), witness);
    }

    /// The same with a vault and keys that are kept too.
    public Set kept(Journal journal, Vault vault, PersonalKeys keys, Witness witness) {
        ArmCodes arms = secrets().arms();
        return set(journal, vault, arms, keys, effects(arms), Stage::plain, witness);
    }

    /// The same with a vault that runs elsewhere.
    ///
    /// @throws IllegalArgumentException if it is not this trial's
    public Set elsewhere(Journal journal, DistantVault vault, Witness witness) {
        ArmCodes arms = secrets().arms();
        if (!vault.commitment().equals(vault().commitment())) {
            throw new IllegalArgumentException("the vault was not made for this rehearsal");
        }
        return set(journal, new Counter(vault, vault), arms, personalKeys(), effects(arms), witness);
    }

    private Vault vault() {
        return new Vault(study(), secrets(), new RealSealing(draws().bytes("sealing key")));
    }

    /// Makes the folder of this trial's vault.
    public VaultFolder vaultFolder(Path folder) {
        return VaultFolder.rehearsal(folder, study(), seed, trial);
    }

    /// Opens the folder of this trial's personal keys.
    public KeyFolder keyFolder(Path folder) {
        return KeyFolder.open(folder, draws()::personalKey);
    }

    /// The stage with parts exchanged, as the proof of blinding needs them.
    ///
    /// @param arms the codes for which the bodies' backgrounds are
    public Set set(
            Journal journal,
            Vault vault,
            ArmCodes arms,
            PersonalKeys keys,
            Map<ArmCode, Double> effects,
            Function<Counter, Counter> around,
            Witness witness) {
        Counter counter = around.apply(
                new Counter(vault, kit -> vault.nature(journal.event(1)).substance(kit)));
        return set(journal, counter, arms, keys, effects, witness);
    }

    private Set set(
            Journal journal,
            Counter counter,
            ArmCodes arms,
            PersonalKeys keys,
            Map<ArmCode, Double> effects,
            Witness witness) {
        World world = new World(setting(), effects, backgrounds(arms), counter.nature(), witness);
        return new Set(new RehearsedTrial(world, journal, counter.desk(), keys), journal);
    }

    /// The same trial without its record.
    public KernelTrial kernel() {
        Secrets secrets = secrets();
        ArmCodes arms = secrets.arms();
        AllocationList list = new AllocationList(study().design().randomization(), arms, secrets.list());
        return new KernelTrial(setting(), new KernelTrial.Lots(list::next, effects(arms), backgrounds(arms)));
    }

    /// The archive of a journal of this trial: the protocol as it was active, the events, the signed manifest.
    public byte[] archive(Journal journal) {
        return archive(List.of(study()), journal);
    }

    /// The same of a trial whose protocol was amended.
    public byte[] archive(List<Study> versions, Journal journal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ArchiveWriter.write(out, study().id(), protocols(versions), journal.bytes(), signingKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The versions of a protocol as they are kept beside what happened under them.
    public static List<ProtocolVersion> protocols(List<Study> versions) {
        List<ProtocolVersion> protocols = new ArrayList<>();
        versions.forEach(version -> protocols.add(protocol(protocols.size() + 1, version)));
        return protocols;
    }

    private static ProtocolVersion protocol(int number, Study version) {
        SortedMap<String, byte[]> files = new TreeMap<>(version.folder().files());
        files.put("conduct.json", version.conduct().canonical().getBytes(StandardCharsets.UTF_8));
        return new ProtocolVersion(number, files);
    }

    private static Counter plain(Counter counter) {
        return counter;
    }

    private Draws draws() {
        return new Draws(seed, trial);
    }
}
