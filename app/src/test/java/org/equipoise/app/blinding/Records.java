package org.equipoise.app.blinding;

import java.util.List;
import java.util.Locale;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.Results;
import org.equipoise.analysis.report.Provenance;
import org.equipoise.analysis.report.Report;
import org.equipoise.analysis.report.ReportContent;
import org.equipoise.analysis.report.Status;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.datasets.Csv;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.checkpoint.Proofs;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.treatment.TreatmentView;

/// What the rooms make of a trial's record: answers to commands, tables, report and results, archive, checkpoints and
/// proofs, the vault's own log.
enum Records implements Surface {
    /// Every answer to every command, in each language; and all of them together, so that what connects them counts.
    MESSAGES {
        @Override
        public void show(World world, Artefacts to) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Sentences sentences = Sentences.in(locale);
                String language = locale.getLanguage();
                StringBuilder transcript = new StringBuilder();
                int number = 0;
                for (World.Said said : world.said()) {
                    String message = message(world, said, sentences);
                    to.put(String.format(Locale.ROOT, "message %06d %s", ++number, language), message);
                    transcript.append(message);
                }
                to.put("transcript " + language, transcript.toString());
            }
        }

        private String message(World world, World.Said said, Sentences sentences) {
            String asked = said.role() + " asks "
                    + RecordedCommands.withheld(world.stage().study(), said.command());
            String told = switch (said.outcome()) {
                case Outcome.Accepted(var events) -> events.toString();
                case Outcome.Refused(var refusal) -> sentences.sentence(refusal);
            };
            return asked + "\n  " + world.leak().said(world.truth(), said.command(), told) + "\n";
        }
    },

    /// Every table, and as each role reads it.
    TABLES {
        @Override
        public void show(World world, Artefacts to) {
            for (Dataset table : datasets(world).all()) {
                to.put("table " + table.name() + ".csv", Csv.write(world.leak().table(world.truth(), table)));
            }
            for (Role role : Role.values()) {
                List<Dataset> read =
                        world.leak().readBy(role.word(), world.stage().study(), world.journal(), VIEW);
                read.forEach(table -> to.put("read by " + role.word() + " " + table.name() + ".csv", Csv.write(table)));
            }
        }
    },

    /// The report with where its numbers come from, and the results.
    REPORT {
        @Override
        public void show(World world, Artefacts to) {
            Datasets datasets = datasets(world);
            Account account = Account.of(world.stage().study(), datasets, VIEW);
            Provenance provenance = new Provenance(
                    StudyEvent.Mode.REHEARSAL,
                    world.journal().size(),
                    world.journal().root(),
                    List.of(),
                    List.of());
            ReportContent content = new ReportContent(world.stage().study(), new Status.Blinded(), account, provenance);
            to.put("report.html", Report.html(content));
            to.put("cells.json", Report.cells(content, datasets).toString());
            to.put("results endpoints", Results.endpoints(account.results()).toString());
            to.put("results participants", Results.participants(account.flow()).toString());
            to.put("results dosing", Results.dosing(account.dosing()).toString());
        }
    },

    /// The archive, what a witness keeps of it, and what is given to somebody who has no archive.
    ARCHIVE {
        private static final long EVERY = 97;

        @Override
        public void show(World world, Artefacts to) {
            to.put("archive", world.stage().archive(world.journal()));
            to.put("key", world.stage().signingKey().keyFile());
            to.put("witness", world.witness().text());
            long last = world.witness().size();
            for (long seq = 1; seq <= last; seq += EVERY) {
                to.put(
                        "receipt " + seq,
                        Proofs.receipt(
                                        world.journal(),
                                        seq,
                                        world.witness().checkpoints().getLast())
                                .text());
            }
            to.put(
                    "growth",
                    Proofs.extension(
                                    world.journal(),
                                    1,
                                    world.witness().checkpoints().getLast())
                            .text());
        }
    },

    /// What the vault writes down, which its keeper may look into.
    VAULT_LOG {
        @Override
        public void show(World world, Artefacts to) {
            int number = 0;
            for (byte[] entry : world.vaultLog().entries()) {
                to.put(String.format(Locale.ROOT, "vault log %06d", ++number), entry);
            }
            to.put("vault log root", world.vaultLog().root().hex());
        }
    };

    private static final TreatmentView VIEW = new TreatmentView.Blinded();

    private static Datasets datasets(World world) {
        return Datasets.of(world.stage().study(), world.journal().events(), VIEW);
    }
}
