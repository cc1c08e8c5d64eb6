package org.equipoise.verifier;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a witness kept (section 9 of the format), held against an archive while that is read.
final class Witness {
    static final String FIRST_LINE = "equipoise-witness 1";

    /// That nobody witnessed anything.
    static final Witness NONE = new Witness();

    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private String where = "witness";

    /// How much of a file is whole lines and whole checkpoints. What is left at the end was being written when the
    /// power or the room failed, and was never said to be kept.
    static int whole(byte[] file) {
        int whole = 0;
        int lines = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n' && lines++ % Checkpoint.LINES == 0) {
                whole = i + 1;
            }
        }
        return whole;
    }

    /// Reads a witness file; where it fails, [#where] says in which part.
    void read(byte[] file, byte[] publicKey) throws Fault {
        Text text = new Text(file);
        text.literal(FIRST_LINE);
        while (!text.ended()) {
            where = "checkpoint " + (checkpoints.size() + 1);
            add(Checkpoint.read(text, publicKey), text);
        }
    }

    private void add(Checkpoint next, Text text) throws Fault {
        if (!checkpoints.isEmpty()) {
            Checkpoint last = checkpoints.getLast();
            if (!last.origin().equals(next.origin())) {
                throw text.fault("It is of " + Fault.quote(next.origin()) + ", those before of another study.");
            }
            if (last.size() >= next.size()) {
                throw text.fault("It is of " + next.size() + " events, the one before of " + last.size() + ".");
            }
        }
        checkpoints.add(next);
    }

    String where() {
        return where;
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    long size() {
        return checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
    }

    /// A reading of an archive beside this.
    final class Reading {
        private int next;
        private String where = "";

        String where() {
            return where;
        }

        /// To be asked after every event.
        void compare(MerkleFrontier tree, long offset) throws Fault {
            if (next == checkpoints.size() || checkpoints.get(next).size() != tree.size()) {
                return;
            }
            Hash root = new Hash(tree.root());
            Checkpoint witnessed = checkpoints.get(next);
            if (!root.equals(witnessed.root())) {
                long sound = next == 0 ? 0 : checkpoints.get(next - 1).size();
                where = "events " + (sound + 1) + " to " + tree.size();
                throw new Fault(
                        offset,
                        "The first " + tree.size() + " events have the root " + root + ", witnessed was "
                                + HexFormat.of().formatHex(witnessed.root().bytes()) + ": something "
                                + (sound == 0
                                        ? "up to event " + tree.size()
                                        : "between event " + (sound + 1) + " and event " + tree.size()
                                                + ", after the checkpoint of size " + sound + ",")
                                + " is not as it was.");
            }
            next++;
        }

        /// To be asked when the archive has been read and is sound in itself.
        void end(String study, MerkleFrontier tree, long offset) throws Fault {
            if (!checkpoints.isEmpty() && !checkpoints.getFirst().origin().equals(Checkpoint.origin(study))) {
                where = "checkpoint 1";
                throw new Fault(
                        offset,
                        "It is of " + Fault.quote(checkpoints.getFirst().origin()) + ", the archive of the study "
                                + Fault.quote(study) + ".");
            }
            if (next < checkpoints.size()) {
                long size = checkpoints.get(next).size();
                where = "events " + (tree.size() + 1) + " to " + size;
                throw new Fault(
                        offset, "They were witnessed and are missing: the archive holds " + tree.size() + " events.");
            }
        }
    }
}
