package org.equipoise.app.command;

import java.util.Optional;
import org.equipoise.analysis.Account;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;

/// One rehearsed and revealed trial, and what many say of the design when there were many.
record Rehearsed(
        Stage stage,
        String seed,
        long trials,
        Journal journal,
        TreatmentView view,
        Account account,
        Optional<Characteristics> characteristics) {

    static Rehearsed of(
            Stage stage, Keeping.Place place, String seed, long trials, Optional<Characteristics> characteristics) {
        if (place.vault().isEmpty()) {
            return of(stage, stage.ordinary(place.journal(), (_, _, _) -> {}), seed, trials, characteristics);
        }
        try (VaultFolder.Open vault = stage.vaultFolder(place.vault().get()).open(stage.study())) {
            Stage.Set set = stage.kept(place.journal(), vault.vault(), (_, _, _) -> {});
            return of(stage, set, seed, trials, characteristics);
        }
    }

    private static Rehearsed of(
            Stage stage, Stage.Set set, String seed, long trials, Optional<Characteristics> characteristics) {
        set.trial().conduct();
        set.trial().reveal();
        TreatmentView view = TreatmentView.of(set.journal().events());
        Account account = Account.of(stage.study(), datasets(stage, set.journal(), view), view);
        return new Rehearsed(stage, seed, trials, set.journal(), view, account, characteristics);
    }

    Datasets datasets() {
        return datasets(stage, journal, view);
    }

    private static Datasets datasets(Stage stage, Journal journal, TreatmentView view) {
        return Datasets.of(stage.study(), journal.events(), view);
    }
}
