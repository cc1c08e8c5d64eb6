package org.equipoise.journal.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.tree.TreeGrowth;
import org.equipoise.language.identity.Digest;
import org.jspecify.annotations.Nullable;

/// A journal that has its growth witnessed: after a commit, if a checkpoint is due, it signs one and hands it on
/// with the proof that it extends the last. The tree is its own, from the events it was handed, so that what
/// somebody does to the store meanwhile does not get into a checkpoint.
///
/// Where the witness refuses, it takes no more. Where the witness cannot be asked, the trial goes on and the checkpoint
/// is tried again when the next is due.
public final class CheckpointedJournal implements Journal {
    private final Journal journal;
    private final String origin;
    private final SigningKey key;
    private final CheckpointWitness witness;
    private final CheckpointPolicy policy;
    private final LongSupplier microseconds;
    private final TreeGrowth growth = new TreeGrowth();
    private long lastTried;
    private boolean milestone;
    private @Nullable DisownedJournal disowned;
    private @Nullable String absence;

    /// Opens a journal for writing.
    ///
    /// @param study the name that the archive's manifest has
    /// @param microseconds the clock of the world
    /// @throws DisownedJournal if what the witness kept last is not the beginning of the journal
    public CheckpointedJournal(
            Journal journal,
            String study,
            SigningKey key,
            CheckpointWitness witness,
            CheckpointPolicy policy,
            LongSupplier microseconds) {
        this.journal = journal;
        this.origin = Checkpoint.origin(study);
        this.key = key;
        this.witness = witness;
        this.policy = policy;
        this.microseconds = microseconds;
        this.lastTried = microseconds.getAsLong();
        compare(witness.last().map(SignedCheckpoint::checkpoint));
    }

    private void compare(Optional<Checkpoint> kept) {
        long size = kept.map(Checkpoint::size).orElse(0L);
        for (byte[] bytes : journal.bytes()) {
            growth.add(growth.leafHash(bytes));
            if (growth.size() == size) {
                requireSame(kept.orElseThrow());
                growth.settle();
            }
        }
        if (growth.size() < size) {
            throw new DisownedJournal(
                    "events " + (growth.size() + 1) + " to " + size,
                    "they were witnessed and are missing: the journal was set back");
        }
    }

    private void requireSame(Checkpoint kept) {
        if (!origin.equals(kept.origin())) {
            throw new DisownedJournal("checkpoint", "the witness keeps those of " + kept.origin());
        }
        if (!kept.root().equals(Digest.of(growth.root()))) {
            throw new DisownedJournal(
                    "events 1 to " + kept.size(),
                    "they are not as they were witnessed; verify an archive to learn more");
        }
    }

    @Override
    public void append(List<JournalledEvent> events) {
        journal.append(events);
        for (JournalledEvent event : events) {
            growth.add(growth.leafHash(EventCodec.write(event)));
            milestone |= CheckpointPolicy.isMilestone(event.event());
        }
    }

    @Override
    public void commit() {
        if (disowned != null) {
            throw disowned;
        }
        journal.commit();
        if (milestone || policy.isDue(microseconds.getAsLong() - lastTried, growth.grown())) {
            checkpoint();
        }
    }

    /// Has what is committed witnessed now: before an export, and when the writer stops.
    ///
    /// @throws DisownedJournal if the witness refuses
    public void checkpoint() {
        lastTried = microseconds.getAsLong();
        milestone = false;
        if (growth.grown() == 0) {
            return;
        }
        Checkpoint now = new Checkpoint(origin, growth.size(), Digest.of(growth.root()));
        Extension extension = new Extension(growth.earlierSize(), growth.proof(), SignedCheckpoint.sign(now, key));
        absence = null;
        switch (witness.add(extension)) {
            case CheckpointWitness.Answer.Kept() -> growth.settle();
            case CheckpointWitness.Answer.Refused(String why) -> {
                disowned = new DisownedJournal("events 1 to " + growth.earlierSize(), why);
                throw disowned;
            }
            case CheckpointWitness.Answer.Absent(String why) -> absence = why;
        }
    }

    /// Why the last checkpoint is not witnessed yet, if it is not.
    public Optional<String> absence() {
        return Optional.ofNullable(absence);
    }

    @Override
    public Map<String, List<JournalledEvent>> caused(Collection<String> commands) {
        return journal.caused(commands);
    }

    @Override
    public long size() {
        return journal.size();
    }

    @Override
    public Digest root() {
        return journal.root();
    }

    @Override
    public Iterable<JournalledEvent> events() {
        return journal.events();
    }

    @Override
    public JournalledEvent event(long seq) {
        return journal.event(seq);
    }

    @Override
    public byte[] bytes(long seq) {
        return journal.bytes(seq);
    }

    @Override
    public Iterable<byte[]> bytes() {
        return journal.bytes();
    }
}
