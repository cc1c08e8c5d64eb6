package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.form.FormRules;
import org.equipoise.protocol.safety.ReportingClock;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;

/// A study with a log, an order of forms, roles, skip logic, a sealed item, checks and clocks: what is read of it.
class WatchedStudyTest {
    private static final List<Path> FOLDERS = List.of(
            Path.of("trials", "pressure-dose"), Path.of("conduct", "src", "test", "resources", "watched-study"));

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path relative : FOLDERS) {
            Path folder = Path.of(System.getProperty("equipoise.root")).resolve(relative);
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path :
                        paths.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static StudyReader.Reading read(Map<String, byte[]> files) {
        return StudyReader.read(new StudyFolder("watched", files));
    }

    private static StudyReader.Reading changed(String file, String from, String to) {
        Map<String, byte[]> files = files();
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).as(file).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return read(files);
    }

    private static Study study() {
        StudyReader.Reading reading = read(files());
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    @Test
    void the_rules_of_forms_are_read() {
        Study study = study();
        assertThat(study.form("harm").orElseThrow().rules())
                .extracting(FormRules::log, FormRules::submittedBy, FormRules::hiddenFrom)
                .containsExactly(true, List.of("coordinator", "investigator"), List.of("assessor"));
        assertThat(study.form("pressure").orElseThrow().rules().after()).containsExactly("rating");
        assertThat(study.form("blood")
                        .flatMap(form -> form.item("renin"))
                        .orElseThrow()
                        .unblinding())
                .isTrue();
        assertThat(study.form("pressure")
                        .flatMap(form -> form.item("minutes"))
                        .orElseThrow()
                        .when())
                .isPresent();
        assertThat(study.design().encounter("W1").orElseThrow().notOnDosingDay())
                .isTrue();
    }

    @Test
    void checks_and_clocks_are_read() {
        Study study = study();
        assertThat(study.checks())
                .extracting(check -> check.id(), check -> check.on(), check -> check.queryTo())
                .contains(
                        tuple("C2", List.of("pressure"), "investigator"), tuple("C3", List.of("harm"), "coordinator"));
        assertThat(study.safety().clocks())
                .extracting(ReportingClock::id, ReportingClock::log, ReportingClock::withinHours)
                .containsExactly(tuple("serious-to-sponsor", "harm", 24));
    }

    @Test
    void what_conduct_depends_on_has_another_hash_when_it_changes() {
        String hash = study().conduct().hash().hex();
        assertThat(changed("checks.yaml", "query-to: investigator", "query-to: coordinator")
                        .study()
                        .orElseThrow()
                        .conduct()
                        .hash()
                        .hex())
                .isNotEqualTo(hash);
        assertThat(changed("safety.yaml", "within-hours: 24", "within-hours: 48")
                        .study()
                        .orElseThrow()
                        .conduct()
                        .hash()
                        .hex())
                .isNotEqualTo(hash);
    }

    /// Three visits, of which W1 did not take place: what is permanent is carried over the gap.
    @Test
    void a_permanent_derivation_holds_at_every_later_visit() {
        String derivation = """
                derivations:
                  - id: fainted
                    label: {en: Fainted}
                    holds: pressure.dizzy == 'yes'
                    from: D1
                    permanent: %s
                    source: ours
                    certainty: proposed
                endpoints:""";
        Derivation permanent = derived(derivation.formatted("true"));
        Derivation passing = derived(derivation.formatted("false"));
        Answers dizzyOnDayOne = seen(Map.of("D1", "yes", "W4", "no"), "W4");
        Answers never = seen(Map.of("D1", "no", "W4", "no"), "W4");

        assertThat(permanent.at("W4", dizzyOnDayOne).truth()).isEqualTo(Truth.TRUE);
        assertThat(passing.at("W4", dizzyOnDayOne).truth()).isEqualTo(Truth.FALSE);
        assertThat(permanent.at("W4", never)).isEqualTo(Judgement.settled(false));
        assertThat(permanent.at("SCR", dizzyOnDayOne).truth())
                .as("before its first visit")
                .isEqualTo(Truth.FALSE);
        assertThat(permanent.at("W1", never).truth())
                .as("at a visit that did not take place")
                .isEqualTo(Truth.UNKNOWN);
    }

    private static Derivation derived(String text) {
        return changed("endpoints.yaml", "endpoints:", text)
                .study()
                .orElseThrow()
                .derivations()
                .getFirst();
    }

    private static Answers seen(Map<String, String> dizzy, String from) {
        return new Answers() {
            @Override
            public Answer answer(ItemName item) {
                String here = dizzy.get(from);
                if (here == null) {
                    return new Answer.Unknown("not recorded");
                }
                return new Answer.Known(
                        item.equals(Vocabulary.VISIT_DATE)
                                ? new Value.Day(PartialDate.read("2026-03-09").orElseThrow())
                                : new Value.Code(here));
            }

            @Override
            public Answers at(String encounter) {
                return seen(dizzy, encounter);
            }
        };
    }
}
