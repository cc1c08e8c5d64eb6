package org.equipoise.datasets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;

/// One row for every emergency code break that the journal took over from the vault. What was told is not in it.
final class UnblindingTable {
    static final String NAME = "unblindings";

    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("number", "Number of the code break", Kind.INTEGER),
            Column.of("to", "Who was told the treatment", Kind.TEXT),
            Column.of("occurred", "Occurred (UTC)", Kind.TEXT),
            Column.of("reason", "Reason", Kind.TEXT));

    private UnblindingTable() {}

    static Dataset of(List<Noted<CodeBroken>> unblindings, TextReader texts) {
        return new Dataset(
                NAME,
                "Emergency code breaks",
                COLUMNS,
                unblindings.stream().map(each -> row(each, texts)).toList());
    }

    private static Row row(Noted<CodeBroken> noted, TextReader texts) {
        CodeBroken broken = noted.event();
        return new Row(
                List.of(
                        Optional.of(broken.participant().text()),
                        Optional.of(Integer.toString(broken.number())),
                        Optional.of(broken.to()),
                        Optional.of(Instant.EPOCH
                                .plus(broken.occurred(), ChronoUnit.MICROS)
                                .toString()),
                        reason(noted, texts)),
                List.of(noted.source()));
    }

    private static Optional<String> reason(Noted<CodeBroken> noted, TextReader texts) {
        CodeBroken broken = noted.event();
        return Optional.ofNullable(broken.reason())
                .map(words -> texts.read(broken.participant(), new TextPlace(noted.seq(), "reason"), words))
                .flatMap(TextReader.Reading::orWhyNot);
    }
}
