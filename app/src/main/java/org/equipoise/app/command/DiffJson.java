package org.equipoise.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.equipoise.conduct.amendment.InFlight;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.amendment.Amendment;
import org.equipoise.protocol.amendment.Change;
import org.equipoise.protocol.design.Succession;
import org.equipoise.rehearsal.amendment.Replayed;
import org.jspecify.annotations.Nullable;

/// What an amendment touches, and what a record says under it, as `diff --json` prints it.
final class DiffJson {
    private DiffJson() {}

    static Answer of(Path before, Path after, Amendment amendment, Optional<Record> record) {
        return new Answer(
                before.toString(),
                after.toString(),
                amendment.touchesConduct(),
                amendment.changes().stream().map(Printed::of).toList(),
                amendment.consent(),
                amendment.migrations(),
                amendment.succession().map(Declared::of).orElse(null),
                record.orElse(null));
    }

    /// A change as `diff --json` prints it.
    record Printed(
            String part,
            String file,
            int line,
            String thing,
            String key,
            @Nullable String before,
            @Nullable String after) {
        static Printed of(Change change) {
            return new Printed(
                    change.subject().words(),
                    change.place().file(),
                    change.place().line(),
                    change.thing(),
                    change.key(),
                    change.before().orElse(null),
                    change.after().orElse(null));
        }
    }

    /// What would become of those in the trial if the amendment were activated.
    ///
    /// @param refused why it would be refused
    record Takeover(@Nullable String refused, List<String> following, List<String> waiting) {
        static Takeover of(InFlight inFlight) {
            return new Takeover(
                    inFlight.refusal()
                            .map(Sentences.in(Locale.ENGLISH)::sentence)
                            .orElse(null),
                    inFlight.following().stream().map(ParticipantId::text).toList(),
                    inFlight.waiting().stream().map(ParticipantId::text).toList());
        }
    }

    /// What a record says under both versions.
    record Record(
            Map<String, Integer> participants,
            List<String> eligibility,
            List<String> moreQueries,
            List<String> fewerQueries,
            @Nullable List<String> endpoints,
            List<String> homeless,
            Takeover takeover) {
        static Record of(Replayed replayed, InFlight inFlight) {
            Map<String, Integer> participants = new TreeMap<>();
            replayed.standings().forEach((standing, count) -> participants.put(words(standing), count));
            return new Record(
                    participants,
                    replayed.eligibility(),
                    replayed.moreQueries(),
                    replayed.fewerQueries(),
                    replayed.endpoints().orElse(null),
                    replayed.homeless(),
                    Takeover.of(inFlight));
        }

        private static String words(Enum<?> standing) {
            return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// The whole answer.
    record Answer(
            String before,
            String after,
            boolean touchesConduct,
            List<Printed> changes,
            List<Amendment.Consequence> consent,
            List<Amendment.Consequence> migrations,
            @Nullable Declared reconsent,
            @Nullable Record record) {}

    /// What the amended version itself says of who has to consent again.
    record Declared(String who, String why, Set<String> retires) {
        static Declared of(Succession succession) {
            return new Declared(
                    succession.reconsent().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    succession.why(),
                    new TreeSet<>(succession.retires()));
        }
    }
}
