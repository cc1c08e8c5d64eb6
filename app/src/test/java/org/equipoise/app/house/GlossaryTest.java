package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One word for one thing: GLOSSARY.md names the types that hold the trial's words, all of them and no others.
class GlossaryTest {
    /// Packages whose public types are words of a trial. The readers of a protocol, stores, deciders and tables are
    /// not.
    private static final Set<String> WORDS = Set.of(
            "org.equipoise.language.identity",
            "org.equipoise.language.value",
            "org.equipoise.protocol.design",
            "org.equipoise.protocol.eligibility",
            "org.equipoise.protocol.endpoint",
            "org.equipoise.protocol.finding",
            "org.equipoise.protocol.form",
            "org.equipoise.journal.event",
            "org.equipoise.journal.history",
            "org.equipoise.journal.treatment",
            "org.equipoise.conduct.command",
            "org.equipoise.conduct.desk",
            "org.equipoise.conduct.state",
            "org.equipoise.conduct.refusal");

    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Za-z.]+)`");
    private static final int TYPE_COLUMN = 3;

    @Test
    void every_type_it_names_exists() {
        assertThat(House.STANDING.classes().stream().map(GlossaryTest::spoken).collect(Collectors.toSet()))
                .containsAll(named());
    }

    @Test
    void every_word_of_the_trial_is_in_it() {
        assertThat(named()).containsAll(words());
    }

    @Test
    void every_package_of_words_has_words() {
        assertThat(House.STANDING.classes().stream()
                        .filter(GlossaryTest::isWord)
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet()))
                .isEqualTo(WORDS);
    }

    private static Set<String> words() {
        return House.STANDING.classes().stream()
                .filter(GlossaryTest::isWord)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWord(JavaClass type) {
        return WORDS.contains(type.getPackageName())
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /// A type as the page writes it: `Participant`, `Participant.Eligible`.
    private static String spoken(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Set<String> named() {
        return rows().flatMap(cells -> CODE.matcher(cells.get(TYPE_COLUMN)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The rows of the tables with four columns; the first cell of a split row is empty.
    private static Stream<List<String>> rows() {
        return Repository.read(Repository.ROOT.resolve("GLOSSARY.md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> List.of(line.split("\\|")))
                .filter(cells -> cells.size() == 5);
    }
}
