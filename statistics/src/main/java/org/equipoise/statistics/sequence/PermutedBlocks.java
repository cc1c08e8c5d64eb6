package org.equipoise.statistics.sequence;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.statistics.random.RandomStream;

/// Permuted blocks: every block holds the groups in their ratio, in an order drawn with equal probability.
///
/// Each block's size is drawn with equal probability from the list, also when the list has one size:
/// adding a size then changes the sizes drawn, not how draws are counted.
/// Source: Rosenberger and Lachin, "Randomization in clinical trials", 2nd ed. (2016), chapter 3.
public final class PermutedBlocks implements Procedure {
    private final int[] ratio;
    private final List<Integer> blockSizes;

    public PermutedBlocks(int[] ratio, List<Integer> blockSizes) {
        this.ratio = ratio.clone();
        this.blockSizes = List.copyOf(blockSizes);
        refuseUnusableRatio();
        refuseUnusableSizes();
    }

    @Override
    public int groups() {
        return ratio.length;
    }

    /// One whole block: its size, then its order.
    public int[] block(RandomStream stream) {
        int size = blockSizes.get(stream.index(blockSizes.size()));
        int[] block = new int[size];
        int rounds = size / parts();
        int filled = 0;
        for (int group = 0; group < ratio.length; group++) {
            int share = rounds * ratio[group];
            Arrays.fill(block, filled, filled + share, group);
            filled += share;
        }
        stream.shuffle(block);
        return block;
    }

    @Override
    public int[] sequence(int length, RandomStream stream) {
        int[] sequence = new int[length];
        int filled = 0;
        while (filled < length) {
            int[] block = block(stream);
            int taken = Math.min(block.length, length - filled);
            System.arraycopy(block, 0, sequence, filled, taken);
            filled += taken;
        }
        return sequence;
    }

    @Override
    public String toString() {
        return "permuted blocks, ratio " + ratioText() + ", block sizes " + blockSizes;
    }

    private int parts() {
        return Arrays.stream(ratio).sum();
    }

    private void refuseUnusableRatio() {
        if (ratio.length < 2) {
            throw new IllegalArgumentException("A ratio needs at least two groups, not " + ratio.length + ".");
        }
        if (Arrays.stream(ratio).anyMatch(part -> part < 1)) {
            throw new IllegalArgumentException("Each part of ratio " + ratioText() + " must be at least 1.");
        }
    }

    private void refuseUnusableSizes() {
        if (blockSizes.isEmpty()) {
            throw new IllegalArgumentException("Permuted blocks need at least one block size.");
        }
        var seen = new HashSet<Integer>();
        for (int size : blockSizes) {
            if (size < 1 || size % parts() != 0) {
                throw new IllegalArgumentException("Block size " + size + " is not a multiple of " + parts()
                        + ", the sum of ratio " + ratioText() + ".");
            }
            if (!seen.add(size)) {
                throw new IllegalArgumentException(
                        "Block size " + size + " is listed twice; sizes are equally likely, so list each once.");
            }
        }
    }

    private String ratioText() {
        return Arrays.stream(ratio).mapToObj(Integer::toString).collect(Collectors.joining(":"));
    }
}
