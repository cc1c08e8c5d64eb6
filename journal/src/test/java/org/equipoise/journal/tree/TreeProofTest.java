package org.equipoise.journal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeProofTest {
    private static final int MOST = 300;
    private static final List<byte[]> LEAVES = new ArrayList<>();
    private static final List<byte[]> ROOTS = new ArrayList<>();

    static {
        MerkleTree tree = new MerkleTree();
        ROOTS.add(tree.root());
        for (int n = 1; n <= MOST; n++) {
            LEAVES.add(tree.leafHash(("event " + n).getBytes(StandardCharsets.UTF_8)));
            tree.add(LEAVES.getLast());
            ROOTS.add(tree.root());
        }
    }

    private static List<byte[]> hashes(TreeProof proof, int size) {
        LEAVES.subList(0, size).forEach(proof::add);
        return proof.hashes();
    }

    /// Lines of proof, first, second, hashes; see reference/rfc9162-tree/case.md.
    @Test
    void the_proofs_are_those_of_the_recursive_definitions_and_of_the_published_vectors() throws IOException {
        Path folder = Path.of(System.getProperty("equipoise.root"), "reference/rfc9162-tree");
        MerkleTree hashing = new MerkleTree();
        List<byte[]> leaves = new ArrayList<>();
        List<String> entries = Files.readAllLines(folder.resolve("expected.csv"));
        for (String line : entries.subList(2, entries.size())) {
            leaves.add(hashing.leafHash(HexFormat.of().parseHex(line.split(",", -1)[1])));
        }
        List<String> lines = Files.readAllLines(folder.resolve("proofs.csv"));
        assertThat(lines).hasSize(1 + 36 + 36);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            long first = Long.parseLong(cells[1]);
            long second = Long.parseLong(cells[2]);
            TreeProof proof = cells[0].equals("inclusion")
                    ? TreeProof.inclusion(first, second)
                    : TreeProof.consistency(first, second);
            leaves.forEach(proof::add);
            assertThat(String.join(
                            " ",
                            proof.hashes().stream()
                                    .map(HexFormat.of()::formatHex)
                                    .toList()))
                    .as(line)
                    .isEqualTo(cells[3]);
        }
    }

    @Test
    void every_leaf_of_every_tree_has_a_proof_that_holds() {
        for (int size = 1; size <= MOST; size += size < 70 ? 1 : 23) {
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = hashes(TreeProof.inclusion(index, size), size);
                assertThat(ProofCheck.includes(LEAVES.get(index), index, size, proof, ROOTS.get(size)))
                        .as("%d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void an_inclusion_proof_holds_for_its_leaf_its_place_its_tree_and_its_hashes_alone() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size = 2; size <= MOST; size++) {
            int index = random.nextInt(size);
            byte[] leaf = LEAVES.get(index);
            List<byte[]> proof = hashes(TreeProof.inclusion(index, size), size);
            byte[] root = ROOTS.get(size);
            byte[] another = LEAVES.get((index + 1) % size);
            assertThat(ProofCheck.includes(another, index, size, proof, root)).isFalse();
            assertThat(ProofCheck.includes(leaf, (index + 1) % size, size, proof, root))
                    .isFalse();
            assertThat(ProofCheck.includes(leaf, index, size, proof, ROOTS.get(size - 1)))
                    .isFalse();
            assertThat(ProofCheck.includes(leaf, size, size, proof, root)).isFalse();
            for (List<byte[]> damaged : damaged(proof, random)) {
                assertThat(ProofCheck.includes(leaf, index, size, damaged, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_tree_is_shown_to_be_the_beginning_of_every_later_one() {
        for (int second = 1; second <= MOST; second += second < 70 ? 1 : 29) {
            for (int first = 1; first <= second; first++) {
                List<byte[]> proof = hashes(TreeProof.consistency(first, second), second);
                assertThat(ProofCheck.grew(first, ROOTS.get(first), second, ROOTS.get(second), proof))
                        .as("%d to %d", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void a_consistency_proof_holds_for_its_trees_and_its_hashes_alone() {
        SplittableRandom random = new SplittableRandom(2);
        for (int second = 3; second <= MOST; second++) {
            int first = 1 + random.nextInt(second - 1);
            List<byte[]> proof = hashes(TreeProof.consistency(first, second), second);
            byte[] was = ROOTS.get(first);
            byte[] is = ROOTS.get(second);
            assertThat(ProofCheck.grew(first, ROOTS.get(first - 1), second, is, proof))
                    .isFalse();
            assertThat(ProofCheck.grew(first, was, second, ROOTS.get(second - 1), proof))
                    .isFalse();
            assertThat(ProofCheck.grew(second, is, first, was, proof)).isFalse();
            assertThat(ProofCheck.grew(0, was, second, is, proof)).isFalse();
            assertThat(ProofCheck.grew(second, is, second, is, proof)).isFalse();
            for (List<byte[]> damaged : damaged(proof, random)) {
                assertThat(ProofCheck.grew(first, was, second, is, damaged)).isFalse();
            }
        }
    }

    private static List<List<byte[]>> damaged(List<byte[]> proof, SplittableRandom random) {
        List<List<byte[]>> damaged = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> changed = new ArrayList<>(proof);
            changed.set(i, proof.get(i).clone());
            changed.get(i)[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            damaged.add(changed);
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            damaged.add(shorter);
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        damaged.add(longer);
        return damaged;
    }

    @Test
    void a_growing_tree_has_the_same_proofs_without_the_leaves_it_had_before() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            TreeGrowth growth = new TreeGrowth();
            int settled = 0;
            for (int size = 0; size < MOST; ) {
                int more = Math.min(1 + random.nextInt(40), MOST - size);
                LEAVES.subList(size, size + more).forEach(growth::add);
                size += more;
                assertThat(growth.root()).isEqualTo(ROOTS.get(size));
                List<byte[]> expected = settled == 0 ? List.of() : hashes(TreeProof.consistency(settled, size), size);
                assertThat(growth.proof()).as("%d to %d", settled, size).containsExactlyElementsOf(expected);
                growth.settle();
                settled = size;
            }
        }
    }

    @Test
    void what_is_not_in_a_tree_has_no_proof() {
        assertThatThrownBy(() -> TreeProof.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeProof.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeProof.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TreeProof.inclusion(0, 5).hashes()).isInstanceOf(IllegalStateException.class);
    }
}
