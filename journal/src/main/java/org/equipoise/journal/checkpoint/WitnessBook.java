package org.equipoise.journal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.equipoise.journal.archive.Watch;

/// The checkpoints of a witness file, in order: section 9 of the format page. It is itself the witness of a rehearsal,
/// which has nobody else.
public final class WitnessBook implements CheckpointWitness {
    public static final String FIRST_LINE = "equipoise-witness 1\n";
    private static final int LINES = 5;

    private final List<SignedCheckpoint> kept = new ArrayList<>();

    /// Reads a witness file.
    ///
    /// @throws DisownedJournal if it is none, if something in it is not signed by this key, or sizes do not ascend
    public static WitnessBook read(String text, byte[] publicKey) {
        if (!text.startsWith(FIRST_LINE)) {
            throw new DisownedJournal("witness", "it does not begin with the line " + FIRST_LINE.strip());
        }
        WitnessBook book = new WitnessBook();
        for (int from = FIRST_LINE.length(); from < text.length(); ) {
            int to = endOfNote(text, from);
            String where = "checkpoint " + (book.kept.size() + 1);
            SignedCheckpoint next = SignedCheckpoint.read(text.substring(from, to), publicKey)
                    .orElseThrow(() -> new DisownedJournal(where, "it is not signed by the trusted key"));
            if (!book.mayFollow(next.checkpoint())) {
                throw new DisownedJournal(where, "it is of another study, or not larger than the one before");
            }
            book.kept.add(next);
            from = to;
        }
        return book;
    }

    /// Reads what a witness keeps, who may have lost its power while it wrote: a checkpoint that ends too early at the
    /// end of the file was never said to be kept.
    public static WitnessBook kept(byte[] file, byte[] publicKey) {
        String text = new String(file, StandardCharsets.UTF_8);
        int whole = text.indexOf('\n') + 1;
        for (int next = endOfNote(text, whole);
                text.startsWith("\n", next - 1) && lines(text, whole, next) == LINES; ) {
            whole = next;
            next = endOfNote(text, whole);
        }
        return whole == 0 ? new WitnessBook() : read(text.substring(0, whole), publicKey);
    }

    private static long lines(String text, int from, int to) {
        return text.substring(from, to).chars().filter(c -> c == '\n').count();
    }

    private static int endOfNote(String text, int from) {
        int to = from;
        for (int line = 0; line < LINES; line++) {
            int end = text.indexOf('\n', to);
            to = end < 0 ? text.length() : end + 1;
        }
        return to;
    }

    private boolean mayFollow(Checkpoint next) {
        return last().map(SignedCheckpoint::checkpoint)
                .map(last -> last.origin().equals(next.origin()) && last.size() < next.size())
                .orElse(true);
    }

    @Override
    public Optional<SignedCheckpoint> last() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }

    @Override
    public Answer add(Extension extension) {
        if (!mayFollow(extension.later().checkpoint())
                || !extension.follows(last().map(SignedCheckpoint::checkpoint))) {
            return new Answer.Refused("What was witnessed is not the beginning of this journal.");
        }
        kept.add(extension.later());
        return new Answer.Kept();
    }

    /// How many events were witnessed.
    public long size() {
        return last().map(last -> last.checkpoint().size()).orElse(0L);
    }

    public List<SignedCheckpoint> checkpoints() {
        return Collections.unmodifiableList(kept);
    }

    /// Who is asked while a journal is read.
    public Watch watch() {
        return new Comparison(kept);
    }

    /// The whole file.
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE);
        kept.forEach(checkpoint -> text.append(checkpoint.note()));
        return text.toString();
    }
}
