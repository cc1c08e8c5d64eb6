package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LockedRoomSpecTest {
    private static final Path PAGE =
            Path.of(System.getProperty("equipoise.root"), "docs", "reference", "allocation.md");

    private record Chapter(String title, String intro, List<Spec<?>> specs) {}

    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter("The list", "", ListSpecs.specs()),
            new Chapter("Guessing", "", GuessingSpecs.specs()),
            new Chapter("Sealing", """
                    Real sealing encrypts and is for trials. Ideal sealing is for the proof of blinding: what it
                    writes depends on the identity only, so two rehearsals that differ only in the treatments must
                    agree in every byte.

                    """, SealingSpecs.specs()),
            new Chapter("Sealed items", """
                    Values that could tell the arm are sealed when they are written. The desk gives ciphertext and
                    never the value; nobody else can open it.

                    """, ItemSealingSpecs.specs()),
            new Chapter("Real and ideal", "", RealAndIdealSpecs.specs()),
            new Chapter("Commitment", OpeningPage.text(), CommitmentSpecs.specs()),
            new Chapter("Arm codes", """
                    Inside, an arm has a code. The list, the kits and nature speak of codes; which treatment a code
                    stands for is known to the vault alone.

                    """, ArmCodeSpecs.specs()),
            new Chapter("Kits", "", KitSpecs.specs()),
            new Chapter("Kits tell nothing", "", KitBlindingSpecs.specs()),
            new Chapter("Kits that are counted", """
                    Depots and sites count kits in sets: a set has one kit of every arm and serves one dispensing, whoever
                    comes. The vault is shown what lies on a shelf and names a kit of the first whole set; the rest of that
                    set is handed to nobody. So neither what is sent, nor whether there is a kit, depends on an arm.

                    """, SupplySpecs.specs()),
            new Chapter("What is remembered", """
                    The vault writes down what it is asked before it answers, in a log of its own that is kept apart from
                    the study's journal. With its secrets, the same questions in the same order give the same answers.

                    """, MemorySpecs.specs()),
            new Chapter("Many at once", "", CrowdSpecs.specs()),
            new Chapter("Emergency code break", "", EmergencySpecs.specs()),
            new Chapter("A vault that runs elsewhere", """
                    In production the vault is a program of its own, of another user of the operating system. Conduct asks
                    it along a line, in the same words.

                    """, DoorSpecs.specs()),
            new Chapter("Two people", """
                    Whoever asks for the reveal brings the authorisations of two people in two roles. Conduct has looked
                    at them; the vault does not rely on it.

                    """, QuorumSpecs.specs()),
            new Chapter("What comes out", "", RevealSpecs.specs()),
            new Chapter("What slips out", "", SilenceSpecs.specs()));

    private static final String HEAD = """
            # Who gets what, unseen

            Made by the tests of the room `allocation` (`-Dequipoise.docs=write` makes it anew). Every paragraph is a
            test: what is given and done is run, and every sentence under “then” is an assertion. Where chance comes
            in, the seeds are fixed and the bound is stated: the tests give the same answer on every machine.

            The studies are

            """;

    @TestFactory
    Stream<DynamicContainer> the_locked_room_keeps_its_promises() {
        return CHAPTERS.stream()
                .map(chapter -> DynamicContainer.dynamicContainer(
                        chapter.title(),
                        chapter.specs().stream().map(spec -> DynamicTest.dynamicTest(spec.title(), spec::run))));
    }

    @Test
    void the_manual_page_is_current() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        Studies.BOTH.forEach(
                study -> page.append("- ").append(Studies.words(study)).append('\n'));
        page.append('\n');
        for (Chapter chapter : CHAPTERS) {
            page.append("## ").append(chapter.title()).append("\n\n").append(chapter.intro());
            chapter.specs().forEach(spec -> page.append(spec.markdown()));
        }
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page.toString());
    }
}
