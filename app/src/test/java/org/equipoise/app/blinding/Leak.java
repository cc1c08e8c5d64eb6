package org.equipoise.app.blinding;

import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.reading.Study;

/// Something in the program that tells what it should not; [#NONE] for the honest program. One for each world: a leak
/// may remember.
interface Leak {
    Leak NONE = new Leak() {};

    /// What the desk answers.
    default Object answered(Truth truth, String verb, List<Object> arguments, Object answer) {
        return answer;
    }

    /// The number that people read on a kit.
    default KitNumber printed(KitNumber kit) {
        return kit;
    }

    /// The vault's number of a kit on which people read this one.
    default KitNumber real(KitNumber printed) {
        return printed;
    }

    /// What somebody is told.
    default String said(Truth truth, Command command, String sentence) {
        return sentence;
    }

    default Dataset table(Truth truth, Dataset table) {
        return table;
    }

    default List<Dataset> readBy(String role, Study study, Journal journal, TreatmentView view) {
        return Datasets.readBy(role, study, journal.events(), view);
    }

    /// The clock by which the sequencer goes.
    default long clock(Truth truth) {
        return 0;
    }

    /// Everything that is shown, at last.
    default void shown(Truth truth, Artefacts artefacts) {}
}
