package org.equipoise.app.staging;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.rehearsal.example.ExampleReader;
import org.equipoise.rehearsal.example.Examples;
import org.equipoise.rehearsal.kernel.VirtualScreening;
import org.equipoise.rehearsal.plan.RehearsalPlanReader;
import org.equipoise.rehearsal.trial.Prospect;

/// What is found in a study: by reading it, by what its rehearsal assumes, by virtual participants, and on request by
/// its example participants; each beside the acceptance that someone has written.
public final class StudyCheck {
    private StudyCheck() {}

    public static List<Acceptances.Weighed> findings(StudyFolder folder, boolean examples) {
        StudyReader.Reading reading = StudyReader.read(folder);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.study().ifPresent(study -> {
            RehearsalPlanReader.Reading rehearsal = RehearsalPlanReader.read(study);
            findings.addAll(rehearsal.findings());
            rehearsal.plan().ifPresent(plan -> {
                findings.addAll(VirtualScreening.findings(study, plan));
                findings.addAll(Prospect.findings(study, plan));
            });
            findings.addAll(
                    examples
                            ? Examples.findings(study, new ExampleTrials(study))
                            : ExampleReader.read(study).findings());
        });
        return Acceptances.weigh(folder, findings);
    }
}
