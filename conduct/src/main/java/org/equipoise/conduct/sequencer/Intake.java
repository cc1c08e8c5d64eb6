package org.equipoise.conduct.sequencer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.journal.store.Superseded;
import org.jspecify.annotations.Nullable;

/// Where the commands of many people come in at once. One thread takes all that wait, has each decided in turn, commits
/// them together and then answers: what an answer says is kept.
///
/// Where a commit fails, all of its commands get the failure, and another sequencer is opened from the journal for the
/// next. Where another writer has taken over, no more are taken. While nobody comes, the journal is told now and then,
/// for what was written last may still have to be witnessed; and the vault is asked for emergency code breaks, as it is
/// when a sequencer is opened.
public final class Intake implements AutoCloseable {
    private static final int MOST_AT_ONCE = 512;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);
    private static final Waiting END =
            new Waiting(new Submission("", "", Role.SPONSOR, new Command.LockStudy("")), new CompletableFuture<>());

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Supplier<Sequencer> opening;
    private final Duration patience;
    private final Thread writer;
    private @Nullable Sequencer sequencer;
    private volatile @Nullable RuntimeException ended;

    private record Waiting(Submission submission, CompletableFuture<Outcome> answer) {}

    /// A command that is decided and waits for the commit.
    private record Decided(CompletableFuture<Outcome> answer, Outcome outcome) {}

    /// @param opening opens the journal and a sequencer on it; called by one thread, and again after each failure
    public Intake(Supplier<Sequencer> opening) {
        this(opening, USUAL_PATIENCE);
    }

    /// The same, with the time after which nobody is waited for any longer.
    Intake(Supplier<Sequencer> opening, Duration patience) {
        this.opening = opening;
        this.patience = patience;
        this.writer = Thread.ofPlatform().name("sequencer").start(this::write);
    }

    /// Hands in a command. The answer comes when it is kept or refused. It fails with [JournalUnavailable] where
    /// that is not known, and the command may be given again under its key.
    public CompletableFuture<Outcome> give(Submission submission) {
        Waiting waiting = new Waiting(submission, new CompletableFuture<>());
        queue.add(waiting);
        RuntimeException why = ended;
        if (why != null) {
            waiting.answer().completeExceptionally(why);
        }
        return waiting.answer();
    }

    /// Takes no more, and waits until all who had come are answered.
    @Override
    public void close() {
        queue.add(END);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        while (ended == null) {
            List<Waiting> batch = next();
            boolean last = batch.removeIf(END::equals);
            serve(batch);
            if (last) {
                ended = new IllegalStateException("the trial takes no more commands: it is being closed");
            }
        }
        queue.forEach(waiting -> waiting.answer().completeExceptionally(ended));
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        try {
            Waiting first = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return batch;
            }
            batch.add(first);
        } catch (InterruptedException e) {
            batch.add(END);
        }
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        return batch;
    }

    private void serve(List<Waiting> batch) {
        try {
            if (batch.isEmpty()) {
                idle();
                return;
            }
            Sequencer open = sequencer == null ? opened() : sequencer;
            sequencer = open;
            open.recall(
                    batch.stream().map(waiting -> waiting.submission().key()).toList());
            List<Decided> decided = new ArrayList<>();
            batch.forEach(waiting -> decide(open, waiting, decided));
            open.commit();
            decided.forEach(each -> each.answer().complete(each.outcome()));
        } catch (RuntimeException | Error e) {
            sequencer = null;
            ended = e instanceof Superseded superseded ? superseded : null;
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }

    private Sequencer opened() {
        Sequencer open = opening.get();
        takeOver(open);
        return open;
    }

    /// What the vault told in an emergency while nobody served, or by another way than this one. Where it cannot be
    /// asked, it is asked again later: what needs no vault goes on.
    private static void takeOver(Sequencer open) {
        String key = "take over code break " + (open.state().codeBreaks() + 1);
        try {
            open.submit(key, "vault", Role.SPONSOR, new Command.TakeOverCodeBreaks());
        } catch (RuntimeException e) {
            if (open.isAhead()) {
                throw e;
            }
        }
    }

    private void idle() {
        if (sequencer != null) {
            takeOver(sequencer);
            sequencer.commit();
        }
    }

    /// A command that cannot be decided or written down fails alone, unless it left the state half changed.
    private static void decide(Sequencer open, Waiting waiting, List<Decided> decided) {
        try {
            decided.add(new Decided(waiting.answer(), open.decide(waiting.submission())));
        } catch (RuntimeException e) {
            if (open.isAhead()) {
                throw e;
            }
            waiting.answer().completeExceptionally(e);
        }
    }
}
