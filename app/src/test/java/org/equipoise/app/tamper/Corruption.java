package org.equipoise.app.tamper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.equipoise.app.tamper.Corruptions.Corrupted;
import org.equipoise.app.tamper.Corruptions.Honest;

/// One way to corrupt an archive or what was witnessed of it. Those before [#EVENT_REHASHED] need nothing but the file;
/// those from there to [#SIGNED_BY_ANOTHER] are closed again with the very key, as a program does that is fed from a
/// database somebody changed.
enum Corruption {
    BIT_FLIPPED((honest, random) -> honest.edited(random, (was, r) -> new byte[] {(byte) (was ^ 1 << r.nextInt(8))})),
    BYTE_REPLACED((honest, random) -> honest.edited(random, (was, r) -> new byte[] {structure(was, r)})),
    BYTE_REMOVED((honest, random) -> honest.edited(random, (_, _) -> new byte[0])),
    BYTE_INSERTED((honest, random) -> honest.edited(random, (was, r) -> new byte[] {was, structure(was, r)})),
    BIT_OF_FRAME_FLIPPED((honest, random) -> honest.flipped(honest.frame(random), random)),
    BIT_OF_MANIFEST_FLIPPED((honest, random) -> honest.flipped(honest.tail(random), random)),
    TRUNCATED(
            (honest, random) -> honest.file(Arrays.copyOf(honest.archive(), random.nextInt(honest.archive().length)))),
    APPENDED((honest, random) -> honest.file(join(honest.archive(), new byte[] {(byte) random.nextInt(256)}))),
    SECTION_REMOVED((honest, random) -> honest.section(random, section -> "")),
    SECTION_DOUBLED((honest, random) -> honest.section(random, section -> section + section)),
    SPLICED((honest, random) -> honest.file(spliced(honest.archive(), random))),

    EVENT_REHASHED((honest, random) -> {
        int index = honest.index(random);
        OpenArchive changed = honest.open().with(index, Corruption::otherRole);
        return honest.closed(changed.bytes(honest.key(), honest.open().manifest()), honest.interval(index));
    }),
    EVENT_CHANGED((honest, random) -> {
        int index = honest.index(random);
        return honest.closed(honest.open().with(index, Corruption::otherRole), honest.interval(index));
    }),
    EVENT_REMOVED((honest, random) -> {
        int index = honest.index(random);
        List<String> events = new ArrayList<>(honest.open().events());
        events.remove(index);
        return honest.closed(honest.open().with(events), index == events.size() ? "" : "event " + (index + 1));
    }),
    EVENT_REMOVED_AND_RENUMBERED((honest, random) -> {
        int index = honest.index(random);
        List<String> events = new ArrayList<>(honest.open().events());
        events.remove(index);
        return honest.closed(honest.open().with(events).renumbered(), "");
    }),
    EVENT_DOUBLED((honest, random) -> {
        int index = honest.index(random);
        List<String> events = new ArrayList<>(honest.open().events());
        events.add(index, events.get(index));
        return honest.closed(honest.open().with(events), "event " + (index + 2));
    }),
    EVENT_INSERTED_AND_RENUMBERED((honest, random) -> {
        int index = honest.index(random);
        List<String> events = new ArrayList<>(honest.open().events());
        events.add(index, otherRole(events.get(index)));
        return honest.closed(honest.open().with(events).renumbered(), honest.interval(index));
    }),
    EVENTS_SWAPPED((honest, random) -> {
        int one = honest.index(random);
        int other = (one + 1 + random.nextInt(honest.open().events().size() - 1))
                % honest.open().events().size();
        List<String> events = new ArrayList<>(honest.open().events());
        Collections.swap(events, one, other);
        return honest.closed(honest.open().with(events), "event " + (Math.min(one, other) + 1));
    }),
    TIME_TURNED_BACK((honest, random) -> {
        int index = honest.index(random);
        return honest.closed(honest.open().with(index, event -> event.replaceFirst("\"at\":[0-9]+", "\"at\":1")), "");
    }),
    PROTOCOL_CHANGED((honest, random) -> {
        int index = honest.index(random);
        OpenArchive changed = honest.open()
                .with(index, event -> event.replaceFirst("\"protocol\":[0-9]+,\"seq", "\"protocol\":7,\"seq"));
        return honest.closed(changed, "event " + (index + 1));
    }),
    NOT_CANONICAL((honest, random) -> {
        int index = honest.index(random);
        int kind = random.nextInt(8);
        return honest.closed(honest.open().with(index, event -> notCanonical(event, kind)), "event " + (index + 1));
    }),
    TAIL_CUT((honest, random) -> {
        int left = honest.index(random);
        List<String> events = honest.open().events().subList(0, left);
        return honest.closed(honest.open().with(events), honest.missing(left));
    }),

    SIGNED_BY_ANOTHER((honest, _) -> honest.file(honest.open().bytes(honest.otherKey()), "signature")),
    KEY_EXCHANGED((honest, _) -> {
        String named = honest.key().keyId().hex();
        String manifest = honest.open()
                .manifest()
                .replace(named, honest.otherKey().keyId().hex());
        return honest.file(honest.open().bytes(honest.otherKey(), manifest), "manifest");
    }),

    CHECKPOINT_BIT_FLIPPED((honest, random) ->
            honest.witnessed(flipped(honest.witness(), random.nextInt(honest.witness().length), random), "")),
    CHECKPOINT_MOVED((honest, random) -> honest.notes(random, (notes, at) -> Collections.rotate(notes, 1 + at))),
    CHECKPOINT_DOUBLED((honest, random) -> honest.notes(random, (notes, at) -> notes.add(at, notes.get(at)))),
    CHECKPOINT_FORGED((honest, random) -> honest.notes(random, (notes, at) -> notes.set(at, honest.forged(at)))),
    CHECKPOINT_OF_ANOTHER_TREE(
            (honest, random) -> honest.notes(random, (notes, at) -> notes.set(at, honest.otherTree(at)))),
    WITNESS_CUT((honest, random) -> honest.witnessed(honest.cut(random), ""));

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Honest, SplittableRandom, Corrupted> way;

    Corruption(BiFunction<Honest, SplittableRandom, Corrupted> way) {
        this.way = way;
    }

    Corrupted of(Honest honest, SplittableRandom random) {
        return way.apply(honest, random);
    }

    /// A character that framing, numbers or JSON are made of.
    private static byte structure(byte was, SplittableRandom random) {
        byte[] others = "\n 0129afe\"\\{}[],:-m\0".getBytes(StandardCharsets.ISO_8859_1);
        byte chosen = others[random.nextInt(others.length)];
        return chosen == was ? (byte) 0xFF : chosen;
    }

    static byte[] flipped(byte[] bytes, int at, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] spliced(byte[] archive, SplittableRandom random) {
        byte[] spliced = archive.clone();
        int length = 1 + random.nextInt(500);
        int from = random.nextInt(archive.length - length);
        int to = random.nextInt(archive.length - length);
        System.arraycopy(archive, from, spliced, to, length);
        spliced[to] ^= (byte) (spliced[to] == archive[to] ? 1 : 0);
        return spliced;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static String otherRole(String event) {
        return event.replaceFirst("\"role\":\"", "\"role\":\"X");
    }

    private static String notCanonical(String event, int kind) {
        return switch (kind) {
            case 0 -> event.replaceFirst(":", ": ");
            case 1 -> event.replaceFirst("\"role\":\"", "\"role\":\"\\\\u0041");
            case 2 -> event.replaceFirst("(\"at\":[0-9]+)", "$1.0");
            case 3 -> event.replaceFirst("\"body\":\\{", "\"body\":{\"z\":null,");
            case 4 -> event.replaceFirst("\"version\":([0-9]+)", "\"version\":0$1");
            case 5 -> event.substring(0, event.length() - 1) + ",\"zone\":1}";
            case 6 -> event.replaceFirst("\"at\":[0-9]+", "\"at\":9007199254740992");
            default -> event.replaceFirst("(\"id\":\"[^\"]*\"),(\"role\":\"[^\"]*\")", "$2,$1");
        };
    }
}
