package org.equipoise.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.analysis.Account;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.app.vault.SocketLine;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.store.people.KeyFolder;
import org.jspecify.annotations.Nullable;

/// One rehearsed and revealed trial, and what many say of the design when there were many.
record Rehearsed(
        Stage stage,
        String seed,
        long trials,
        CheckpointedJournal journal,
        Optional<WitnessBook> witness,
        TreatmentView view,
        Account account,
        Optional<Characteristics> characteristics) {

    static Rehearsed of(
            Stage stage,
            Witnessed witnessed,
            Optional<Keeping.Apart> apart,
            @Nullable Path vaultSocket,
            String seed,
            long trials,
            Optional<Characteristics> characteristics) {
        if (vaultSocket != null) {
            try (SocketLine line = new SocketLine(vaultSocket)) {
                Stage.Set set = stage.elsewhere(witnessed.journal(), new DistantVault(line), (_, _, _) -> {});
                return of(stage, witnessed, set, seed, trials, characteristics);
            }
        }
        if (apart.isEmpty()) {
            Stage.Set set = stage.ordinary(witnessed.journal(), (_, _, _) -> {});
            return of(stage, witnessed, set, seed, trials, characteristics);
        }
        try (VaultFolder.Open vault = stage.vaultFolder(apart.get().vault()).open(stage.study());
                KeyFolder keys = stage.keyFolder(apart.get().people())) {
            Stage.Set set = stage.kept(witnessed.journal(), vault.vault(), keys, (_, _, _) -> {});
            return of(stage, witnessed, set, seed, trials, characteristics);
        }
    }

    private static Rehearsed of(
            Stage stage,
            Witnessed witnessed,
            Stage.Set set,
            String seed,
            long trials,
            Optional<Characteristics> characteristics) {
        set.trial().conduct();
        set.trial().reveal();
        TreatmentView view = TreatmentView.of(set.journal().events());
        Account account = Account.of(stage.study(), datasets(stage, set.journal(), view), view);
        return new Rehearsed(
                stage, seed, trials, witnessed.journal(), witnessed.book(), view, account, characteristics);
    }

    Datasets datasets() {
        return datasets(stage, journal, view);
    }

    private static Datasets datasets(Stage stage, Journal journal, TreatmentView view) {
        return Datasets.of(stage.study(), journal.events(), view);
    }
}
