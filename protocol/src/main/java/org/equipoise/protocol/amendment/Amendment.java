package org.equipoise.protocol.amendment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.protocol.design.Succession;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.StudySchemas;
import org.equipoise.protocol.reading.SuccessionReading;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// What one version of a study changes against another: the changes, who must consent again, and what has to be done
/// about what is recorded already.
///
/// @param consent who must consent again, as the changes suggest it
/// @param succession who must consent again, as the later version decides it
public record Amendment(
        List<Change> changes,
        List<Consequence> consent,
        List<Consequence> migrations,
        Optional<Succession> succession) {
    private static final String PROTOCOL = "protocol.yaml";

    public Amendment {
        changes = List.copyOf(changes);
        consent = List.copyOf(consent);
        migrations = List.copyOf(migrations);
    }

    /// Something that follows.
    ///
    /// @param who whom it concerns
    /// @param what to do
    /// @param why from which change it follows
    public record Consequence(String who, String what, String why) {}

    public static Amendment between(StudyFolder before, StudyFolder after) {
        List<Change> changes = Comparison.of(before, after);
        return new Amendment(changes, Consent.of(changes), Migrations.of(changes), succession(after));
    }

    private static Optional<Succession> succession(StudyFolder after) {
        return after.file(PROTOCOL)
                .flatMap(bytes -> YamlReader.read(PROTOCOL, bytes, new Findings()))
                .filter(tree -> StudySchemas.of("protocol").passes(tree, new Findings()))
                .flatMap(SuccessionReading::of);
    }

    /// The proposals for a signature that nobody is asked for.
    public List<Consequence> unasked() {
        boolean nobody = succession
                .filter(how -> how.reconsent() == Succession.Reconsent.NONE)
                .isPresent();
        return nobody
                ? consent.stream()
                        .filter(each -> each.what().equals(Consent.SIGN))
                        .toList()
                : List.of();
    }

    /// The parts that are touched, in their order.
    public Set<Subject> touched() {
        Set<Subject> touched = new TreeSet<>();
        changes.forEach(change -> touched.add(change.subject()));
        return touched;
    }

    /// Whether the trial is run otherwise: data are analysed, and rehearsals made, without anyone in it noticing.
    public boolean touchesConduct() {
        return touched().stream().anyMatch(Amendment::isConduct);
    }

    static boolean isConduct(Subject subject) {
        return switch (subject) {
            case ENDPOINTS, ANALYSES, REHEARSAL -> false;
            default -> true;
        };
    }
}
