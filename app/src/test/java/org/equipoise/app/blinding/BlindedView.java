package org.equipoise.app.blinding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.Results;
import org.equipoise.analysis.report.Provenance;
import org.equipoise.analysis.report.Report;
import org.equipoise.analysis.report.ReportContent;
import org.equipoise.analysis.report.Status;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.datasets.Csv;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.people.Witness;

/// Everything a blinded person can see of a rehearsed trial up to the reveal, as named artefacts: the archive, every
/// answer to every command
/// in both languages, every data set, the report and the results.
record BlindedView(SortedMap<String, byte[]> artefacts) {

    /// Hears what staff are told, as they would read it.
    static final class Transcript implements Witness {
        private final Sentences english = Sentences.in(Locale.ENGLISH);
        private final Sentences chinese = Sentences.in(Locale.CHINESE);
        private final StringBuilder lines = new StringBuilder();
        private final Study study;
        private final BiFunction<Command, String, String> saying;

        /// A transcript of what is said; `saying` may change it on the way, as a leak would. What someone types into a
        /// sealed item is left out: that person knows it.
        Transcript(Study study, BiFunction<Command, String, String> saying) {
            this.study = study;
            this.saying = saying;
        }

        @Override
        public void heard(Role role, Command command, Outcome outcome) {
            lines.append(role)
                    .append(" asks ")
                    .append(RecordedCommands.withheld(study, command))
                    .append("\n  ");
            switch (outcome) {
                case Outcome.Accepted(List<JournalledEvent> events) -> lines.append(events);
                case Outcome.Refused(var refusal) ->
                    lines.append(saying.apply(command, english.sentence(refusal)))
                            .append(" | ")
                            .append(saying.apply(command, chinese.sentence(refusal)));
            }
            lines.append('\n');
        }
    }

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    /// @param leak what a leaky program would do to the tables
    static BlindedView of(Stage stage, Journal journal, Transcript transcript, Twins.Leak leak) {
        SortedMap<String, byte[]> artefacts = new TreeMap<>();
        TreatmentView view = TreatmentView.of(journal.events());
        Datasets datasets = Datasets.of(stage.study(), journal.events(), view);
        for (Dataset dataset : datasets.all()) {
            artefacts.put("dataset " + dataset.name() + ".csv", Csv.write(leak.table(dataset)));
        }
        for (String role : ROLES) {
            for (Dataset dataset : leak.readBy(role, stage.study(), journal, view)) {
                artefacts.put("read by " + role + " " + dataset.name() + ".csv", Csv.write(dataset));
            }
        }
        Account account = Account.of(stage.study(), datasets, view);
        Provenance provenance =
                new Provenance(StudyEvent.Mode.REHEARSAL, journal.size(), journal.root(), List.of(), List.of());
        artefacts.put(
                "report.html",
                bytes(Report.html(new ReportContent(stage.study(), new Status.Blinded(), account, provenance))));
        artefacts.put(
                "results endpoints", bytes(Results.endpoints(account.results()).toString()));
        artefacts.put(
                "results participants",
                bytes(Results.participants(account.flow()).toString()));
        artefacts.put("results dosing", bytes(Results.dosing(account.dosing()).toString()));
        artefacts.put("transcript", bytes(transcript.lines.toString()));
        artefacts.put("archive", stage.archive(journal));
        artefacts.put("key", bytes(stage.signingKey().keyFile()));
        return new BlindedView(artefacts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
