package org.equipoise.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;

/// How many of each group were randomised in each stratum.
///
/// @param strata in the order of the protocol
public record Baseline(List<String> strata, List<GroupStrata> groups) {
    public Baseline {
        strata = List.copyOf(strata);
        groups = List.copyOf(groups);
    }

    /// One group's participants by stratum, in the same order.
    public record GroupStrata(Group group, List<Integer> participants) {
        public GroupStrata {
            participants = List.copyOf(participants);
        }
    }

    public static Baseline of(Study study, Datasets datasets, TreatmentView view) {
        Dataset participants = datasets.participants();
        Strata strata = Strata.of(study.design().randomization().strata(), participants);
        List<GroupStrata> groups = Group.of(study.design().arms(), Group.everyone(participants), view).stream()
                .map(group -> new GroupStrata(group, counts(group, strata)))
                .toList();
        return new Baseline(strata.names(), groups);
    }

    private static List<Integer> counts(Group group, Strata strata) {
        int[] counts = new int[strata.names().size()];
        group.participants().stream().map(strata.byParticipant()::get).forEach(stratum -> counts[stratum]++);
        return IntStream.of(counts).boxed().toList();
    }
}
