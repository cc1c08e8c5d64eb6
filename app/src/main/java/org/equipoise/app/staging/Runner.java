package org.equipoise.app.staging;

import java.util.Locale;
import org.equipoise.analysis.Analyst;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.rehearsal.kernel.KernelTrial;
import org.equipoise.rehearsal.trial.TrialFigures;

/// How a trial among many is rehearsed. Both give the same decisions on the same participants; every report names its
/// runner.
public enum Runner {
    /// Every command through conduct, every event in a journal, data sets and analysis from there.
    FULL {
        @Override
        TrialFigures figures(Stage stage) {
            Stage.Set set = stage.ordinary((_, _, _) -> {});
            set.trial().conduct();
            set.trial().reveal();
            TreatmentView view = TreatmentView.of(set.journal().events());
            Datasets datasets = Datasets.of(stage.study(), set.journal().events(), view);
            return TrialFigures.of(
                    Analyst.answer(stage.study(), stage.study().plan().primary(), datasets, view));
        }
    },

    /// The same participants to the same answers, without journal and conduct.
    KERNEL {
        @Override
        TrialFigures figures(Stage stage) {
            KernelTrial trial = stage.kernel();
            trial.run();
            return trial.figures(stage.secrets().arms().arms());
        }
    };

    abstract TrialFigures figures(Stage stage);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
