package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleFrontierTest {
    private final Sha256 sha256 = new Sha256();
    private final MerkleFrontier tree = new MerkleFrontier(sha256);

    @Test
    void the_roots_are_those_of_the_reference_vectors() throws IOException {
        List<String> lines = Files.readAllLines(
                Path.of(System.getProperty("equipoise.root"), "reference", "rfc9162-tree", "expected.csv"));
        assertThat(lines).hasSize(10);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("0")) {
                byte[] entry = TestArchive.hex(cells[1]);
                byte[] leaf = new byte[Sha256.LENGTH];
                sha256.leaf(entry, 0, entry.length, leaf);
                tree.add(leaf);
            }
            assertThat(tree.size()).isEqualTo(Long.parseLong(cells[0]));
            assertThat(TestArchive.hex(tree.root())).as("size %s", cells[0]).isEqualTo(cells[2]);
        }
    }

    @Test
    void every_root_is_that_of_the_recursive_definition() {
        List<byte[]> leaves = new ArrayList<>();
        for (int size = 0; size <= 300; size++) {
            assertThat(tree.root()).as("size %d", size).isEqualTo(TestArchive.root(leaves));
            leaves.add(TestArchive.leaf("leaf " + size));
            tree.add(leaves.getLast());
        }
    }
}
