package org.equipoise.journal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The bytes of all events, one after the other in large blocks.
final class EventBytes {
    private static final int SMALLEST_BLOCK = 1 << 12;
    private static final int LARGEST_BLOCK = 1 << 18;

    private final List<byte[]> blocks = new ArrayList<>();
    private int used;
    private int[] blockOf = new int[256];
    private int[] startOf = new int[256];
    private int[] lengthOf = new int[256];
    private int size;

    void add(byte[] bytes, int from, int length) {
        if (blocks.isEmpty() || used + length > blocks.getLast().length) {
            int block = Math.min(LARGEST_BLOCK, SMALLEST_BLOCK << Math.min(blocks.size(), 6));
            blocks.add(new byte[Math.max(block, length)]);
            used = 0;
        }
        if (size == startOf.length) {
            blockOf = Arrays.copyOf(blockOf, 2 * size);
            startOf = Arrays.copyOf(startOf, 2 * size);
            lengthOf = Arrays.copyOf(lengthOf, 2 * size);
        }
        System.arraycopy(bytes, from, blocks.getLast(), used, length);
        blockOf[size] = blocks.size() - 1;
        startOf[size] = used;
        lengthOf[size++] = length;
        used += length;
    }

    byte[] get(int index) {
        int start = startOf[index];
        return Arrays.copyOfRange(blocks.get(blockOf[index]), start, start + lengthOf[index]);
    }
}
