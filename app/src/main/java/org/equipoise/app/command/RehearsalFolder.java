package org.equipoise.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.equipoise.analysis.report.Provenance;
import org.equipoise.analysis.report.Report;
import org.equipoise.analysis.report.ReportContent;
import org.equipoise.analysis.report.Status;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Software;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.RehearsalPlan;

/// Writes what `rehearse --out DIR` leaves: the report and where its numbers come from, the results, the journal's
/// archive, what was witnessed of it, and its public key. Files of
/// an earlier rehearsal in the
/// same folder are replaced; the seed makes them again.
final class RehearsalFolder {
    private RehearsalFolder() {}

    static void write(Path folder, Rehearsed rehearsed) {
        rehearsed.journal().checkpoint();
        try {
            Files.createDirectories(folder);
            ReportContent content = content(rehearsed);
            Files.writeString(folder.resolve("report.html"), Report.html(content));
            Files.writeString(
                    folder.resolve("cells.json"),
                    Json.of(Report.cells(content, rehearsed.datasets())) + System.lineSeparator());
            Files.writeString(
                    folder.resolve("results.json"), Json.of(RehearsalJson.of(rehearsed)) + System.lineSeparator());
            rehearsed
                    .characteristics()
                    .ifPresent(found -> characteristics(
                            folder, rehearsed.stage().study(), rehearsed.stage().plan(), rehearsed.seed(), found));
            Files.write(folder.resolve("journal"), rehearsed.stage().archive(rehearsed.journal()));
            if (rehearsed.witness().isPresent()) {
                Files.writeString(
                        folder.resolve("journal.witness"),
                        rehearsed.witness().get().text());
            }
            Files.writeString(
                    folder.resolve("journal.key"),
                    rehearsed.stage().signingKey().keyFile(),
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /// What the design does: `characteristics.html`, and `results.json` where there is no trial to describe.
    static void write(Path folder, Study study, RehearsalPlan plan, String seed, Characteristics found) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("results.json"),
                    Json.of(RehearsalJson.of(study, plan, seed, found)) + System.lineSeparator());
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        characteristics(folder, study, plan, seed, found);
    }

    private static void characteristics(
            Path folder, Study study, RehearsalPlan plan, String seed, Characteristics found) {
        try {
            Files.writeString(
                    folder.resolve("characteristics.html"), CharacteristicsPage.html(study, plan, seed, found));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Stop unwritable(Path folder, IOException why) {
        return new Stop(ExitCode.ENVIRONMENT, "The results cannot be written to " + folder + ": " + why.getMessage());
    }

    static ReportContent content(Rehearsed rehearsed) {
        Status status = switch (rehearsed.view()) {
            case TreatmentView.Blinded _ -> new Status.Blinded();
            case TreatmentView.Revealed revealed -> new Status.Revealed(revealed, at(rehearsed, revealed));
        };
        Provenance provenance = new Provenance(
                StudyEvent.Mode.REHEARSAL,
                rehearsed.journal().size(),
                rehearsed.journal().root(),
                List.of(
                        new Provenance.Detail(
                                "scenario",
                                rehearsed.stage().plan().scenario() + ": "
                                        + rehearsed.stage().plan().says()),
                        new Provenance.Detail("runner", "full"),
                        new Provenance.Detail("seed", rehearsed.seed()),
                        new Provenance.Detail(
                                "trial", String.valueOf(rehearsed.stage().trial())),
                        new Provenance.Detail("software", Software.NAME)),
                rehearsed.stage().plan().assumptions().stream()
                        .map(assumption -> new Provenance.Assumption(
                                assumption.name(), assumption.value(), assumption.source(), assumption.certainty()))
                        .toList());
        return new ReportContent(rehearsed.stage().study(), status, rehearsed.account(), provenance);
    }

    private static Instant at(Rehearsed rehearsed, TreatmentView.Revealed revealed) {
        return Instant.EPOCH.plus(rehearsed.journal().event(revealed.seq()).at(), ChronoUnit.MICROS);
    }
}
