package org.equipoise.app.blinding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.equipoise.app.blinding.Exchange.LABELS;
import static org.equipoise.app.blinding.Exchange.LABELS_AMONG_ATTEMPTS;
import static org.equipoise.app.blinding.Exchange.LIST;
import static org.equipoise.app.blinding.Exchange.SEALED_VALUES;
import static org.equipoise.app.blinding.Way.ARCHIVE;
import static org.equipoise.app.blinding.Way.KEPT;
import static org.equipoise.app.blinding.Way.MESSAGES;
import static org.equipoise.app.blinding.Way.PRINTED;
import static org.equipoise.app.blinding.Way.REPORT;
import static org.equipoise.app.blinding.Way.TABLES;
import static org.equipoise.app.blinding.Way.VAULT_LOG;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.conduct.command.Command;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Row;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// Leaks as careless programmers have made them (reliability.md names where), each with the exchange and the
/// artefact in which it must be found. A harness that finds nothing proves nothing unless it finds these.
@SuppressWarnings("ImmutableEnumChecker")
enum SeededLeaks {
    AN_ARM_IN_A_SENTENCE(
            LABELS, MESSAGES, "message", () -> saying((truth, id, said) -> said + " [" + truth.arm(id) + "]")),

    AN_ARM_CODE_IN_A_SENTENCE(
            LIST, MESSAGES, "message", () -> saying((truth, id, said) -> said + " [" + truth.code(id) + "]")),

    ANOTHER_ANSWER_FOR_ONE_ARM(
            LABELS,
            MESSAGES,
            "message",
            () -> saying((truth, id, said) -> truth.hasFirstArm(id) ? "Nothing is left in stock." : said)),

    A_SPACE_MORE_FOR_ONE_ARM(
            LABELS, MESSAGES, "message", () -> saying((truth, id, said) -> truth.hasFirstArm(id) ? said + " " : said)),

    AN_ENTITY_TAG_OF_WHAT_IS_SECRET(
            LABELS,
            MESSAGES,
            "message",
            () -> saying((truth, id, said) ->
                    said + " ETag: " + UUID.nameUUIDFromBytes((id + truth.arm(id)).getBytes(UTF_8)))),

    NO_ANSWER_FOR_ONE_ARM(
            LABELS_AMONG_ATTEMPTS,
            MESSAGES,
            "message",
            () -> saying((truth, id, said) -> truth.hasFirstArm(id) ? "" : said)),

    ROWS_IN_THE_ORDER_OF_TREATMENTS(LABELS, TABLES, "table participants", () -> ordered(Truth::arm)),

    ROWS_IN_THE_ORDER_OF_ARM_CODES(LIST, TABLES, "table participants", () -> ordered(Truth::code)),

    A_ROW_LESS_FOR_ONE_ARM(LABELS, TABLES, "table", () -> new Leak() {
        @Override
        public Dataset table(Truth truth, Dataset table) {
            return rows(
                    table,
                    table.rows().stream()
                            .filter(row -> !truth.hasFirstArm(participant(table, row)))
                            .toList());
        }
    }),

    /// Caught by the numbers' ranks.
    KIT_NUMBERS_THAT_RISE_WITH_THE_ARM_CODE(
            LIST, VAULT_LOG, RankedKits.FOUND, () -> new RankedKits((_, code) -> code.text())),

    KIT_NUMBERS_THAT_BEGIN_WITH_THE_TREATMENT(LABELS, ARCHIVE, "archive", () -> new RankedKits(ArmCodes::arm)),

    A_CIPHERTEXT_AS_LONG_AS_THE_ARM(
            LABELS,
            ARCHIVE,
            "archive",
            () -> desk("allocate", (truth, arguments, answer) -> {
                byte[] sealed = ((Sealed) answer).bytes();
                int longer = truth.arm((ParticipantId) arguments.getFirst()).length();
                return Sealed.of(Arrays.copyOf(sealed, sealed.length + longer));
            })),

    AN_ARM_IN_PLACE_OF_ITS_CIPHERTEXT(
            LABELS,
            MESSAGES,
            "message",
            () -> desk(
                    "allocate",
                    (truth, arguments, answer) ->
                            written((Sealed) answer, truth.arm((ParticipantId) arguments.getFirst())))),

    A_COMMITMENT_WITHOUT_A_NONCE(
            LABELS,
            ARCHIVE,
            "archive",
            () -> desk("commitment", (truth, _, _) -> {
                byte[] guessable = new byte[32];
                byte[] arms = truth.secrets().arms().arms().toString().getBytes(UTF_8);
                System.arraycopy(arms, 0, guessable, 0, Math.min(arms.length, guessable.length));
                return Digest.of(guessable);
            })),

    A_SEALED_ITEM_IN_PLAIN_TEXT(
            SEALED_VALUES,
            ARCHIVE,
            "archive",
            () -> desk("seal", (_, arguments, answer) -> written((Sealed) answer, (String) arguments.get(2)))),

    A_SEALED_VALUE_IN_A_SENTENCE(SEALED_VALUES, MESSAGES, "message", () -> new Leak() {
        @Override
        public String said(Truth truth, Command command, String sentence) {
            return sentence + command;
        }
    }),

    A_QUERY_WHEN_A_SEALED_VALUE_IS_HIGH(SEALED_VALUES, MESSAGES, "message", () -> new Leak() {
        @Override
        public String said(Truth truth, Command command, String sentence) {
            return command instanceof Command.SubmitForm form
                            && form.entries().stream().anyMatch(this::isHigh)
                    ? sentence + " Is this right?"
                    : sentence;
        }

        private boolean isHigh(ItemChange change) {
            return change.value() != null && change.value().matches("\\d{2,}(\\.\\d+)?|[1-9](\\.\\d+)?");
        }
    }),

    A_CLOCK_THAT_RUNS_LATER_FOR_ONE_ARM(LABELS_AMONG_ATTEMPTS, ARCHIVE, "archive", () -> new Leak() {
        private long now;

        @Override
        public long clock(Truth truth) {
            now += truth.arms().keySet().stream().filter(truth::hasFirstArm).count() % 3;
            return now;
        }
    }),

    A_COMMENT_IN_THE_REPORT(
            LABELS,
            REPORT,
            "report.html",
            () -> shown("report.html", (truth, text) -> text + "<!--" + truth.arms() + "-->")),

    RESULTS_IN_THE_ORDER_OF_ARMS(
            LABELS,
            REPORT,
            "results",
            () -> shown(
                    "results participants",
                    (truth, text) -> text
                            + truth.secrets().arms().arms().entrySet().stream()
                                    .sorted(Comparator.comparing(Map.Entry::getValue))
                                    .map(arm -> arm.getKey().text())
                                    .toList())),

    A_FILE_NAMED_AFTER_AN_ARM(
            LABELS,
            VAULT_LOG,
            "the artefacts themselves",
            () -> more((truth, to) -> to.put("profile " + truth.arms() + ".pdf", ""))),

    A_FILE_MORE_FOR_ONE_ARM(
            LABELS,
            VAULT_LOG,
            "the artefacts themselves",
            () -> more((truth, to) -> truth.arms().keySet().stream()
                    .filter(truth::hasFirstArm)
                    .forEach(id -> to.put("narrative " + id + ".txt", "")))),

    AN_ARM_ON_STANDARD_ERROR(
            LABELS,
            PRINTED,
            "complaint of verify",
            () -> shown("complaint of verify", (truth, text) -> text + "DEBUG arms=" + truth.arms())),

    AN_EXIT_CODE_THAT_TELLS(
            LABELS,
            PRINTED,
            "exit of verify",
            () -> shown("exit of verify", (truth, text) -> String.valueOf(truth.placeOfTheFirst()))),

    A_CHECKPOINT_MORE_FOR_ONE_ARM(
            LABELS,
            ARCHIVE,
            "witness",
            () -> shown("witness", (truth, text) -> text.repeat(1 + truth.placeOfTheFirst()))),

    A_RECEIPT_THAT_SAYS_FOR_WHOM(
            LABELS, ARCHIVE, "receipt", () -> shown("receipt", (truth, text) -> text + truth.arms())),

    AN_ARM_IN_THE_VAULT_S_LOG(
            LABELS,
            VAULT_LOG,
            "vault log",
            () -> shown(
                    "vault log",
                    (truth, text) -> text + truth.secrets().arms().arms().values())),

    AN_ARM_CODE_IN_THE_VAULT_S_LOG(
            LIST,
            VAULT_LOG,
            "vault log",
            () -> shown(
                    "vault log",
                    (truth, text) -> text
                            + truth.arms().keySet().stream().map(truth::code).toList())),

    ROWS_ON_THE_DISK_IN_THE_ORDER_OF_ARMS(
            LABELS,
            KEPT,
            "rows of projection.participant",
            () -> shown(
                    "rows of projection.participant",
                    (truth, text) -> text.lines()
                            .sorted(Comparator.comparing(line -> truth.arms().entrySet().stream()
                                    .filter(arm -> line.contains(arm.getKey().text()))
                                    .map(Map.Entry::getValue)
                                    .findFirst()
                                    .orElse("")))
                            .toList()
                            .toString())),

    THE_VAULT_IN_A_BACKUP(
            LABELS,
            KEPT,
            "backup",
            () -> more((truth, to) ->
                    to.put("backup secrets.json", truth.secrets().arms().arms().toString()))),

    A_BIND_VALUE_IN_THE_SERVER_S_LOG(
            LABELS,
            KEPT,
            "server log",
            () -> shown(
                    "server log",
                    (truth, text) ->
                            text + "DETAIL: parameters: $1 = " + truth.arms().values()));

    private final Exchange exchange;
    private final Way way;
    private final String where;
    private final Supplier<Leak> leak;

    SeededLeaks(Exchange exchange, Way way, String where, Supplier<Leak> leak) {
        this.exchange = exchange;
        this.way = way;
        this.where = where;
        this.leak = leak;
    }

    Exchange exchange() {
        return exchange;
    }

    /// What the name of an artefact contains in which it is found.
    String where() {
        return where;
    }

    /// How people get it.
    Way way() {
        return way;
    }

    /// A new one for each world.
    Supplier<Leak> leak() {
        return leak;
    }

    private interface Saying {
        String of(Truth truth, ParticipantId participant, String said);
    }

    /// About somebody who is allocated.
    private static Leak saying(Saying saying) {
        return new Leak() {
            @Override
            public String said(Truth truth, Command command, String sentence) {
                return about(command)
                        .filter(id -> !truth.arm(id).isEmpty())
                        .map(id -> saying.of(truth, id, sentence))
                        .orElse(sentence);
            }
        };
    }

    private static Optional<ParticipantId> about(Command command) {
        return switch (command) {
            case Command.SubmitForm form -> Optional.of(form.participant());
            case Command.RecordDose dose -> Optional.of(dose.participant());
            case Command.DispenseKit kit -> Optional.of(kit.participant());
            default -> Optional.empty();
        };
    }

    private interface Answering {
        Object of(Truth truth, List<Object> arguments, Object answer);
    }

    private static Leak desk(String asked, Answering answering) {
        return new Leak() {
            @Override
            public Object answered(Truth truth, String verb, List<Object> arguments, Object answer) {
                return verb.equals(asked) ? answering.of(truth, arguments, answer) : answer;
            }
        };
    }

    /// Something in place of the ciphertext, of its length.
    private static Sealed written(Sealed sealed, String text) {
        byte[] bytes = sealed.bytes();
        byte[] plain = text.getBytes(UTF_8);
        System.arraycopy(plain, 0, bytes, 0, Math.min(plain.length, bytes.length));
        return Sealed.of(bytes);
    }

    private static Leak ordered(BiFunction<Truth, ParticipantId, String> by) {
        return new Leak() {
            @Override
            public Dataset table(Truth truth, Dataset table) {
                Function<Row, String> key = row -> by.apply(truth, participant(table, row));
                return rows(
                        table,
                        table.rows().stream().sorted(Comparator.comparing(key)).toList());
            }
        };
    }

    private static ParticipantId participant(Dataset table, Row row) {
        return new ParticipantId(
                table.columns().stream().anyMatch(column -> column.name().equals("participant"))
                        ? table.value(row, "participant").orElse("nobody")
                        : "nobody");
    }

    private static Dataset rows(Dataset table, List<Row> rows) {
        return new Dataset(table.name(), table.label(), table.columns(), rows);
    }

    private interface Showing {
        String of(Truth truth, String text);
    }

    private static Leak shown(String word, Showing showing) {
        return more((truth, to) -> to.change(word, text -> showing.of(truth, text)));
    }

    interface More {
        void put(Truth truth, Artefacts to);
    }

    private static Leak more(More more) {
        return new Afterwards(more);
    }

    /// A leak in the last step, where what an honest program would show is there already.
    record Afterwards(More more) implements Leak {
        @Override
        public void shown(Truth truth, Artefacts artefacts) {
            more.put(truth, artefacts);
        }
    }
}
