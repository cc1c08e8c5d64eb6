package org.equipoise.datasets;

import static org.equipoise.datasets.QueryTable.word;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.datasets.Kits.Handed;
import org.equipoise.datasets.Kits.Returned;
import org.equipoise.datasets.Kits.Stands;
import org.equipoise.language.identity.KitNumber;

/// The accountability of the investigational product (ICH E6(R3)): every kit, the ledger of every depot and site, and
/// what participants were handed and brought back. Kit numbers are as printed and say nothing.
final class KitTables {
    static final String ACCOUNTABILITY = "accountability";

    private static final List<Column> KIT = List.of(
            Column.of("kit", "Kit", Kind.TEXT, "ECREFID"),
            Column.of("place", "Depot or site where it is, or was last", Kind.CODE),
            Column.of("stands", "How it stands", Kind.CODE),
            Column.of("expiry", "Expiry", Kind.DATE),
            Column.of("shipment", "Number of the shipment it came with", Kind.INTEGER),
            Column.of("participant", "Participant it was handed to", Kind.TEXT, "USUBJID"));

    private static final List<Column> HANDED = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("encounter", "Encounter", Kind.CODE, "VISIT"),
            Column.of("kit", "Kit", Kind.TEXT, "DAREFID"),
            Column.of("dispensed", "Date handed out", Kind.DATE, "DADTC"),
            Column.of("instead_of", "Kit that it replaced", Kind.TEXT),
            Column.of("doses", "Doses recorded as given from it", Kind.INTEGER),
            Column.of("returned", "Date brought back", Kind.DATE),
            Column.of("left", "Doses left in it", Kind.INTEGER, "DAORRES"),
            Column.of("stands", "How it stands", Kind.CODE));

    private KitTables() {}

    static Dataset kits(Kits kits) {
        List<Row> rows = new ArrayList<>();
        kits.courses().forEach((number, kit) -> {
            if (!kit.place.isEmpty()) {
                rows.add(new Row(
                        List.of(
                                Optional.of(number.text()),
                                Optional.of(kit.place),
                                Optional.of(word(kit.stands)),
                                kit.expiry.map(LocalDate::toString),
                                kit.shipment.map(String::valueOf),
                                kit.handed.map(handed -> handed.participant().text())),
                        kit.sources));
            }
        });
        return new Dataset("kits", "Where every kit is", KIT, rows);
    }

    /// One row for every depot and site. What is unaccounted for is always none.
    static Dataset ledger(Kits kits) {
        List<Row> rows = new ArrayList<>();
        kits.places().forEach((name, place) -> rows.add(row(name, place, kits.at(name))));
        return new Dataset("kit_ledger", "Kits received, sent, and where they are", ledgerColumns(), rows);
    }

    private static List<Column> ledgerColumns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("place", "Depot or site", Kind.CODE),
                Column.of("received", "Kits labelled there or sent there", Kind.INTEGER),
                Column.of("sent", "Kits sent on", Kind.INTEGER)));
        for (Stands stands : Stands.values()) {
            columns.add(Column.of(column(stands), "Kits " + word(stands).replace('-', ' '), Kind.INTEGER));
        }
        columns.add(Column.of("unaccounted", "Kits received that are neither sent nor there in any way", Kind.INTEGER));
        return columns;
    }

    private static String column(Stands stands) {
        return word(stands).replace('-', '_');
    }

    private static Row row(String name, Kits.Place place, Collection<Kits.Course> there) {
        List<Optional<String>> values = new ArrayList<>(List.of(
                Optional.of(name),
                Optional.of(Integer.toString(place.received)),
                Optional.of(Integer.toString(place.sent))));
        long rest = (long) place.received - place.sent;
        for (Stands stands : Stands.values()) {
            long count = there.stream().filter(kit -> kit.stands == stands).count();
            values.add(Optional.of(Long.toString(count)));
            rest -= count;
        }
        values.add(Optional.of(Long.toString(rest)));
        List<Source> sources = there.stream()
                .flatMap(kit -> kit.sources.stream())
                .distinct()
                .sorted()
                .toList();
        return new Row(values, sources);
    }

    /// One row for every kit that was handed out, by participant.
    static Dataset accountability(Kits kits) {
        List<Row> rows = new ArrayList<>();
        kits.courses().forEach((number, kit) -> kit.handed.ifPresent(handed -> rows.add(row(number, kit, handed))));
        rows.sort((one, other) -> order(one).compareTo(order(other)));
        return new Dataset(ACCOUNTABILITY, "Kits handed out and brought back", HANDED, rows);
    }

    private static String order(Row row) {
        return row.values().get(0).orElse("") + " " + row.values().get(3).orElse("") + " "
                + row.values().get(2).orElse("");
    }

    private static Row row(KitNumber number, Kits.Course kit, Handed handed) {
        return new Row(
                List.of(
                        Optional.of(handed.participant().text()),
                        Optional.of(handed.encounter()),
                        Optional.of(number.text()),
                        Optional.of(handed.date().toString()),
                        handed.instead().map(KitNumber::text),
                        Optional.of(Integer.toString(kit.doses.size())),
                        kit.returned.map(Returned::date).map(LocalDate::toString),
                        kit.returned.map(Returned::left).map(String::valueOf),
                        Optional.of(word(kit.stands))),
                Stream.concat(kit.sources.stream(), kit.doses.stream()).sorted().toList());
    }
}
