package org.equipoise.app.tamper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.MemoryJournal;

/// Corrupted copies of one honest archive and its witness file, each by one way taken in turn, each from a number, so
/// that any can be made again.
final class Corruptions {
    private static final List<Corruption> ALL = List.of(Corruption.values());

    private Corruptions() {}

    /// @param where the place that must be named; empty where it may be one of several
    @SuppressWarnings("ArrayRecordComponent")
    record Corrupted(byte[] archive, byte[] witness, String where) {}

    /// What is done to one byte: what stands there afterwards.
    interface Edit {
        byte[] of(byte was, SplittableRandom random);
    }

    static Corruption way(long number) {
        return ALL.get((int) (number % ALL.size()));
    }

    static Corrupted of(Honest honest, long number) {
        return way(number).of(honest, new SplittableRandom(number));
    }

    /// The archive of a beginning of a rehearsed trial, the sizes that were witnessed of it, and all keys.
    @SuppressWarnings("ArrayRecordComponent")
    record Honest(
            byte[] archive,
            byte[] witness,
            OpenArchive open,
            List<String> notes,
            List<String> otherNotes,
            List<String> forgedNotes,
            List<Integer> sizes,
            List<Integer> sections,
            SigningKey key,
            SigningKey otherKey) {

        static Honest of(String study, int events, int checkpoints) {
            Stage stage = TestStudies.stage(study, 1, 1);
            Stage.Set set = stage.ordinary((_, _, _) -> {});
            set.trial().conduct();
            MemoryJournal beginning = new MemoryJournal();
            MemoryJournal other = new MemoryJournal();
            for (JournalledEvent event : set.journal().events()) {
                if (event.seq() <= events) {
                    beginning.append(List.of(event));
                    Actor actor = new Actor("other", event.actor().role());
                    other.append(List.of(new JournalledEvent(
                            event.seq(), event.at(), actor, event.command(), event.protocol(), event.event())));
                }
            }
            byte[] archive = stage.archive(beginning);
            List<Integer> sizes = IntStream.rangeClosed(1, checkpoints)
                    .mapToObj(i -> i * events / checkpoints)
                    .toList();
            SigningKey key = stage.signingKey();
            SigningKey otherKey = SigningKey.ofSeed(HexFormat.of().parseHex("07".repeat(32)));
            String name = stage.study().id();
            String witness = OpenArchive.witness(beginning, name, key, sizes);
            return new Honest(
                    archive,
                    witness.getBytes(StandardCharsets.UTF_8),
                    OpenArchive.of(archive),
                    notes(witness),
                    notes(OpenArchive.witness(other, name, key, sizes)),
                    notes(OpenArchive.witness(other, name, otherKey, sizes)),
                    sizes,
                    sections(archive),
                    key,
                    otherKey);
        }

        private static List<String> notes(String witness) {
            return List.of(witness.substring(witness.indexOf('\n') + 1).split("(?<==\n)(?=equipoise/)"));
        }

        /// Where each framing line begins.
        private static List<Integer> sections(byte[] archive) {
            List<Integer> starts = new ArrayList<>();
            String text = new String(archive, StandardCharsets.ISO_8859_1);
            Pattern.compile("(?m)^(equipoise-journal|protocol|file|event|manifest|signature) .*\n")
                    .matcher(text)
                    .results()
                    .forEach(line -> starts.add(line.start()));
            return List.copyOf(starts);
        }

        int index(SplittableRandom random) {
            return random.nextInt(open.events().size());
        }

        /// The interval of checkpoints in which an event lies.
        String interval(int index) {
            int next =
                    Math.toIntExact(sizes.stream().filter(size -> size <= index).count());
            return "events " + (next == 0 ? 1 : sizes.get(next - 1) + 1) + " to " + sizes.get(next);
        }

        /// What is missing of a journal of which so many events are left.
        String missing(int left) {
            int next =
                    Math.toIntExact(sizes.stream().filter(size -> size <= left).count());
            return "events " + (left + 1) + " to " + sizes.get(next);
        }

        Corrupted file(byte[] changed) {
            return file(changed, "");
        }

        Corrupted file(byte[] changed, String where) {
            return new Corrupted(changed, witness, where);
        }

        Corrupted closed(OpenArchive changed, String where) {
            return file(changed.bytes(key), where);
        }

        Corrupted closed(byte[] changed, String where) {
            return file(changed, where);
        }

        Corrupted witnessed(byte[] changed, String where) {
            return new Corrupted(archive, changed, where);
        }

        Corrupted edited(SplittableRandom random, Edit edit) {
            int at = random.nextInt(archive.length);
            byte[] middle = edit.of(archive[at], random);
            byte[] start = Corruption.join(Arrays.copyOf(archive, at), middle);
            return file(Corruption.join(start, Arrays.copyOfRange(archive, at + 1, archive.length)));
        }

        Corrupted flipped(int at, SplittableRandom random) {
            return file(Corruption.flipped(archive, at, random));
        }

        /// A byte of a framing line.
        int frame(SplittableRandom random) {
            int start = sections.get(random.nextInt(sections.size()));
            int end = start;
            while (archive[end] != '\n') {
                end++;
            }
            return start + random.nextInt(end + 1 - start);
        }

        /// A byte of the manifest or the signature.
        int tail(SplittableRandom random) {
            int start = sections.get(sections.size() - 2);
            return start + random.nextInt(archive.length - start);
        }

        Corrupted section(SplittableRandom random, UnaryOperator<String> change) {
            int i = random.nextInt(sections.size());
            int start = sections.get(i);
            int end = i + 1 < sections.size() ? sections.get(i + 1) : archive.length;
            String text = new String(archive, StandardCharsets.ISO_8859_1);
            return file((text.substring(0, start) + change.apply(text.substring(start, end)) + text.substring(end))
                    .getBytes(StandardCharsets.ISO_8859_1));
        }

        Corrupted notes(SplittableRandom random, BiConsumer<List<String>, Integer> change) {
            List<String> changed = new ArrayList<>(notes);
            change.accept(changed, random.nextInt(notes.size() - 1));
            return witnessed(("equipoise-witness 1\n" + String.join("", changed)).getBytes(StandardCharsets.UTF_8), "");
        }

        /// A checkpoint of another tree, signed by another key.
        String forged(int at) {
            return forgedNotes.get(at);
        }

        /// A checkpoint that the very key signed, of another tree of the same size.
        String otherTree(int at) {
            return otherNotes.get(at);
        }

        /// The witness file cut where no checkpoint ends: what is left is no smaller file of a witness.
        byte[] cut(SplittableRandom random) {
            String text = new String(witness, StandardCharsets.UTF_8);
            int note = random.nextInt(notes.size());
            int start = text.indexOf(notes.get(note));
            int end = start + 1 + random.nextInt(notes.get(note).length() - 1);
            return text.substring(0, end).getBytes(StandardCharsets.UTF_8);
        }
    }
}
