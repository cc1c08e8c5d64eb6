package org.equipoise.rehearsal.example;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.store.Journal;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.Study;

/// Plays an example and says where what came of it differs from what its author expects.
public final class Examples {
    private Examples() {}

    /// A journal with nothing in it, a desk and keys for it.
    public record Counter(Journal journal, AllocationDesk desk, PersonalKeys keys) {}

    /// The findings of every example of a study: files that cannot be read, and answers that differ.
    ///
    /// @param counters gives each example a trial of its own
    public static List<Finding> findings(Study study, Supplier<Counter> counters) {
        ExampleReader.Reading reading = ExampleReader.read(study);
        return Stream.concat(
                        reading.findings().stream(),
                        reading.examples().stream()
                                .flatMap(example -> differences(study, example, counters.get()).stream()))
                .toList();
    }

    /// Where one example differs; nothing when it is as its author says.
    public static List<Finding> differences(Study study, Example example, Counter counter) {
        Walk.Walked walked = new Walk(study, example, counter).walk();
        return new Comparison(study, example, walked).differences();
    }

    /// A kind of thing as files write it: `VisitOutOfOrder` is `visit-out-of-order`.
    static String word(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
