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
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    /// Lines of size, last leaf, root; see reference/rfc9162-tree/case.md.
    @Test
    void the_roots_are_those_of_the_published_vectors() throws IOException {
        Path expected = Path.of(System.getProperty("equipoise.root"), "reference/rfc9162-tree/expected.csv");
        List<String> lines = Files.readAllLines(expected);
        assertThat(lines).hasSizeGreaterThan(9);
        var tree = new MerkleTree();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("0")) {
                tree.add(tree.leafHash(HEX.parseHex(cells[1])));
            }
            assertThat(tree.size()).isEqualTo(Long.parseLong(cells[0]));
            assertThat(HEX.formatHex(tree.root())).as("size %s", cells[0]).isEqualTo(cells[2]);
        }
    }

    @Test
    void the_frontier_has_the_root_of_the_recursive_definition_at_every_size() {
        var tree = new MerkleTree();
        List<byte[]> leaves = new ArrayList<>();
        for (int n = 1; n <= 300; n++) {
            byte[] leaf = tree.leafHash(("event " + n).getBytes(StandardCharsets.UTF_8));
            leaves.add(leaf);
            tree.add(leaf);
            assertThat(tree.root()).as("size %d", n).isEqualTo(recursive(leaves, tree));
        }
    }

    @Test
    void asking_for_the_root_changes_nothing() {
        var asked = new MerkleTree();
        var unasked = new MerkleTree();
        for (int n = 0; n < 20; n++) {
            byte[] leaf = asked.leafHash(new byte[] {(byte) n});
            asked.add(leaf);
            unasked.add(leaf);
            assertThat(asked.root()).isEqualTo(asked.root());
        }
        assertThat(asked.root()).isEqualTo(unasked.root());
    }

    @Test
    void a_leaf_added_is_the_trees_own() {
        var tree = new MerkleTree();
        byte[] leaf = tree.leafHash(new byte[] {1});
        tree.add(leaf);
        byte[] root = tree.root();
        leaf[0]++;
        assertThat(tree.root()).isEqualTo(root);
    }

    @Test
    void a_leaf_hash_of_another_length_is_refused() {
        assertThatThrownBy(() -> new MerkleTree().add(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] recursive(List<byte[]> leaves, MerkleTree tree) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return tree.nodeHash(
                recursive(leaves.subList(0, left), tree), recursive(leaves.subList(left, leaves.size()), tree));
    }
}
