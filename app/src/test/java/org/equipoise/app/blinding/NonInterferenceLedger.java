package org.equipoise.app.blinding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// Many trials, each in the worlds of every exchange: how many artefacts were compared, and how many differed. A line a
/// trial and exchange is added to a file, so that the results of many runs add up.
///
/// Arguments: the study, the first and the last number of its trials, the ledger.
public final class NonInterferenceLedger {
    private NonInterferenceLedger() {}

    public static void main(String[] arguments) throws IOException {
        String study = arguments[0];
        Path ledger = Path.of(arguments[3]);
        Path folder = Files.createTempDirectory("worlds");
        List<Surface> surfaces =
                Way.in(folder, Way.MESSAGES, Way.TABLES, Way.REPORT, Way.ARCHIVE, Way.VAULT_LOG, Way.PRINTED);
        for (long trial = Long.parseLong(arguments[1]); trial <= Long.parseLong(arguments[2]); trial++) {
            Stage stage = TestStudies.stage(study, 1, trial);
            for (Exchange exchange : Exchange.values()) {
                Exchange.Pair worlds = exchange.worlds(stage, () -> Leak.NONE);
                Exchange.Compared compared = exchange.compare(worlds, surfaces);
                Files.writeString(
                        ledger,
                        String.format(
                                Locale.ROOT,
                                "%s\t%s trial %d\t%s\tartefacts=%d\tdiffering=%s\trank=%s%n",
                                Instant.now(),
                                study,
                                trial,
                                exchange,
                                compared.artefacts(),
                                compared.differing(),
                                ranks(worlds.one())),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
        Printed.empty(folder);
        Files.delete(folder);
    }

    /// The standardised rank sum of the numbers of each arm's kits: about normal, if numbers say nothing.
    private static SortedMap<String, String> ranks(World world) {
        SortedMap<String, String> ranks = new TreeMap<>();
        for (ArmCode code : world.truth().secrets().arms().arms().keySet()) {
            SortedMap<KitNumber, ArmCode> kits = new TreeMap<>(world.kits());
            if (kits.containsValue(code)) {
                ranks.put(code.text(), String.format(Locale.ROOT, "%.2f", KitRank.standardisedRankSum(kits, code)));
            }
        }
        return ranks;
    }
}
