package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.equipoise.verifier.ProofVerifier.Proved;
import org.equipoise.verifier.Verification.Rejected;
import org.equipoise.verifier.Verification.Verified;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final TestArchive SAMPLE = TestArchive.sample();
    private static final TestCheckpoints CHECKPOINTS = new TestCheckpoints(SAMPLE);

    private static Verification verify(TestArchive archive, String witness) {
        return ArchiveVerifier.verify(archive.bytes(), TestArchive.KEY, witness.getBytes(StandardCharsets.UTF_8));
    }

    private static void rejected(TestArchive archive, String witness, String where) {
        assertThat(verify(archive, witness))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        found -> assertThat(found.where()).as(found.why()).isEqualTo(where));
    }

    @Test
    void an_archive_agrees_with_what_was_witnessed_of_it_at_every_size() {
        for (int size = 1; size <= 12; size++) {
            int upTo = size;
            assertThat(verify(SAMPLE, CHECKPOINTS.witness(size)))
                    .isInstanceOfSatisfying(
                            Verified.class,
                            found -> assertThat(found.witnessed()).isEqualTo(upTo));
        }
    }

    @Test
    void an_event_changed_with_its_leaf_hash_by_who_has_the_key_is_placed_between_two_checkpoints() {
        TestArchive changed = TestArchive.sample();
        changed.events.set(5, changed.events.get(5).replace("00ff", "00fe"));
        rejected(changed, CHECKPOINTS.witness(4, 8, 12), "events 5 to 8");
        rejected(changed, CHECKPOINTS.witness(6), "events 1 to 6");
        assertThat(verify(changed, CHECKPOINTS.witness(5))).isInstanceOf(Verified.class);
    }

    @Test
    void what_was_cut_off_is_missing() {
        TestArchive cut = TestArchive.sample();
        cut.events.removeLast();
        cut.events.removeLast();
        rejected(cut, CHECKPOINTS.witness(4, 11, 12), "events 11 to 11");
        rejected(cut, CHECKPOINTS.witness(10, 12), "events 11 to 12");
    }

    @Test
    void a_witness_file_is_what_the_format_says_and_nothing_else() {
        String honest = CHECKPOINTS.witness(4, 8);
        rejected(SAMPLE, "", "witness");
        rejected(SAMPLE, honest.substring(1), "witness");
        rejected(SAMPLE, CHECKPOINTS.witness(8, 4), "checkpoint 2");
        rejected(SAMPLE, CHECKPOINTS.witness(8, 8), "checkpoint 2");
        rejected(SAMPLE, honest + "\n", "checkpoint 3");
        rejected(SAMPLE, honest + "x", "checkpoint 3");
        rejected(SAMPLE, honest.substring(0, honest.length() - 1), "checkpoint 2");
        String other = TestCheckpoints.note("equipoise/other", 9, new byte[32]);
        rejected(SAMPLE, honest + other, "checkpoint 3");
        rejected(SAMPLE, "equipoise-witness 1\n" + other, "events 1 to 9");
        TestArchive elsewhere = TestArchive.sample();
        elsewhere.study = "TOY-2";
        rejected(elsewhere, honest, "checkpoint 1");
        assertThat(ArchiveVerifier.verify(SAMPLE.bytes(), TestArchive.KEY, new byte[] {(byte) 0xff}))
                .isInstanceOfSatisfying(
                        Rejected.class, found -> assertThat(found.where()).isEqualTo("witness"));
    }

    @Test
    void every_changed_byte_of_a_witness_file_is_found() {
        byte[] honest = CHECKPOINTS.witness(4, 8).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < honest.length; at++) {
            for (int bit : new int[] {at % 8, (at + 5) % 8}) {
                byte[] changed = honest.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(ArchiveVerifier.verify(SAMPLE.bytes(), TestArchive.KEY, changed))
                        .as("byte %d", at)
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                found -> assertThat(found.where()).matches("witness|checkpoint [12]"));
            }
        }
    }

    @Test
    void a_checkpoint_by_another_key_counts_for_nothing() {
        String text = "equipoise/TOY-1\n12\n" + TestCheckpoints.base64(new byte[32]) + "\n";
        for (byte[] named : new byte[][] {TestArchive.KEY, TestArchive.OTHER_KEY}) {
            String signature = TestCheckpoints.signature("equipoise/TOY-1", named, text + " ");
            String note = text + "\n\u2014 equipoise/TOY-1 " + signature + "\n";
            rejected(SAMPLE, CHECKPOINTS.witness(4, 8) + note, "checkpoint 3");
        }
    }

    @Test
    void every_receipt_holds_and_no_changed_one_does() {
        for (int size = 1; size <= 12; size++) {
            for (int seq = 1; seq <= size; seq++) {
                byte[] receipt = CHECKPOINTS.receipt(seq, size).getBytes(StandardCharsets.UTF_8);
                assertThat(ProofVerifier.receipt(receipt, TestArchive.KEY)).isInstanceOf(Proved.Included.class);
            }
        }
        everyChangeIsSeen(CHECKPOINTS.receipt(3, 11).getBytes(StandardCharsets.UTF_8));
    }

    private static void everyChangeIsSeen(byte[] receipt) {
        for (int at = 0; at < receipt.length; at++) {
            byte[] changed = receipt.clone();
            changed[at] ^= 1;
            assertThat(ProofVerifier.receipt(changed, TestArchive.KEY)).isInstanceOf(Proved.Not.class);
            assertThat(ProofVerifier.receipt(Arrays.copyOf(receipt, at), TestArchive.KEY))
                    .isInstanceOf(Proved.Not.class);
        }
    }

    @Test
    void every_growth_holds_and_none_from_another_tree_does() {
        TestArchive other = TestArchive.sample();
        other.events.set(0, other.events.get(0).replace("n-07", "n-08"));
        TestCheckpoints others = new TestCheckpoints(other);
        for (int second = 1; second <= 12; second++) {
            for (int first = 1; first <= second; first++) {
                byte[] growth = CHECKPOINTS.growth(first, second).getBytes(StandardCharsets.UTF_8);
                byte[] kept = CHECKPOINTS.witness(first).getBytes(StandardCharsets.UTF_8);
                byte[] another = others.witness(first).getBytes(StandardCharsets.UTF_8);
                assertThat(ProofVerifier.extension(growth, kept, TestArchive.KEY))
                        .isInstanceOf(Proved.Extends.class);
                assertThat(ProofVerifier.extension(growth, another, TestArchive.KEY))
                        .isInstanceOf(Proved.Not.class);
            }
        }
    }

    @Test
    void what_a_power_cut_left_of_a_checkpoint_is_not_whole_and_what_was_before_it_is() {
        byte[] two = CHECKPOINTS.witness(4, 8).getBytes(StandardCharsets.UTF_8);
        int one = CHECKPOINTS.witness(4).getBytes(StandardCharsets.UTF_8).length;
        for (int cut = one; cut < two.length; cut++) {
            assertThat(Witness.whole(Arrays.copyOf(two, cut))).isEqualTo(one);
        }
        assertThat(Witness.whole(two)).isEqualTo(two.length);
        assertThat(Witness.whole(Arrays.copyOf(two, 7))).isZero();
    }
}
