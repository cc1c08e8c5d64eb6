package org.equipoise.allocation.spec;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.equipoise.language.identity.ArmCode;

/// Whether a list could have been drawn in permuted blocks: asked of the list alone, without drawing it again.
record Blocks(SortedMap<ArmCode, Integer> shares, List<Integer> sizes) {

    /// Whether the list can be cut into whole blocks of the allowed sizes, but for a last one that is cut off.
    boolean canCut(List<ArmCode> list) {
        boolean[] blockEnd = new boolean[list.size() + 1];
        blockEnd[0] = true;
        for (int from = 0; from < list.size(); from++) {
            for (int size : sizes) {
                int to = Math.min(from + size, list.size());
                if (blockEnd[from] && isBlock(list.subList(from, to), size)) {
                    blockEnd[to] = true;
                }
            }
        }
        return blockEnd[list.size()];
    }

    /// A block as long as its size is exactly in the ratio, because no arm has more than its part.
    private boolean isBlock(List<ArmCode> part, int size) {
        int rounds = size / shares.values().stream().mapToInt(Integer::intValue).sum();
        Map<ArmCode, Long> counts = part.stream().collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        return counts.entrySet().stream()
                .allMatch(code -> code.getValue() <= (long) rounds * shares.get(code.getKey()));
    }
}
