package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.reading.Study;

/// Where everyone who gave consent went (CONSORT 2025, item 22). Participants are listed and not only counted, so that
/// each number of a flow diagram can say whom it counts.
///
/// @param criteriaNotMet why screening failed, in the order of the protocol; one participant may fail several
/// @param groups everyone randomised, or every arm of a revealed trial
public record Flow(
        List<ParticipantId> consented,
        List<ParticipantId> screeningFailed,
        List<NotMet> criteriaNotMet,
        List<GroupFlow> groups) {
    private static final String COMPLETED = "completed";
    private static final String DISCONTINUED = "discontinued";
    private static final String WITHDRAWN = "consent-withdrawn";

    public Flow {
        consented = List.copyOf(consented);
        screeningFailed = List.copyOf(screeningFailed);
        criteriaNotMet = List.copyOf(criteriaNotMet);
        groups = List.copyOf(groups);
    }

    /// A criterion that kept participants out.
    public record NotMet(Criterion criterion, List<ParticipantId> participants) {
        public NotMet {
            participants = List.copyOf(participants);
        }
    }

    /// One way in which participation ended, and whose did.
    ///
    /// @param reason empty for those who completed
    public record Ending(String how, String reason, List<ParticipantId> participants) {
        public Ending {
            participants = List.copyOf(participants);
        }
    }

    /// What became of one group.
    ///
    /// @param treated participants who were given at least one dose
    /// @param endings in the order of the alphabet
    public record GroupFlow(Group group, List<ParticipantId> treated, List<Ending> endings) {
        public GroupFlow {
            treated = List.copyOf(treated);
            endings = List.copyOf(endings);
        }

        public List<ParticipantId> untreated() {
            return without(group.participants(), treated);
        }

        public List<ParticipantId> completed() {
            return ended(COMPLETED);
        }

        public List<ParticipantId> discontinued() {
            return ended(DISCONTINUED);
        }

        public List<ParticipantId> withdrawn() {
            return ended(WITHDRAWN);
        }

        /// Still in the trial.
        public List<ParticipantId> ongoing() {
            return without(group.participants(), all(endings.stream().map(Ending::participants)));
        }

        private List<ParticipantId> ended(String how) {
            return all(endings.stream().filter(each -> each.how().equals(how)).map(Ending::participants));
        }
    }

    public List<ParticipantId> randomized() {
        return all(groups.stream().map(each -> each.group().participants()));
    }

    public List<ParticipantId> notRandomized() {
        return without(consented, randomized());
    }

    /// Neither failed screening nor were randomised: withdrew their consent, or nothing is decided yet.
    public List<ParticipantId> undecided() {
        return without(notRandomized(), screeningFailed);
    }

    public static Flow of(Study study, Datasets datasets, TreatmentView view) {
        Dataset participants = datasets.participants();
        List<ParticipantId> consented = new ArrayList<>();
        List<ParticipantId> failed = new ArrayList<>();
        Map<String, List<ParticipantId>> notMet = new TreeMap<>();
        for (Row row : participants.rows()) {
            ParticipantId participant = participant(participants, row);
            consented.add(participant);
            if (participants.value(row, "eligibility").equals(Optional.of("screening-failed"))) {
                failed.add(participant);
                Arrays.stream(participants
                                .value(row, "criteria_not_met")
                                .orElse("")
                                .split(" "))
                        .forEach(criterion -> notMet.computeIfAbsent(criterion, _ -> new ArrayList<>())
                                .add(participant));
            }
        }
        List<GroupFlow> groups = Dosing.of(study, datasets, view).groups().stream()
                .map(doses -> new GroupFlow(doses.group(), doses.treated(), endings(participants, doses.group())))
                .toList();
        List<NotMet> inOrder = study.criteria().stream()
                .filter(criterion -> notMet.containsKey(criterion.id()))
                .map(criterion -> new NotMet(criterion, notMet.getOrDefault(criterion.id(), List.of())))
                .toList();
        return new Flow(consented, failed, inOrder, groups);
    }

    private static List<Ending> endings(Dataset participants, Group group) {
        Map<String, Map<String, List<ParticipantId>>> endings = new TreeMap<>();
        for (Row row : participants.rows()) {
            ParticipantId participant = participant(participants, row);
            Optional<String> how = participants.value(row, "disposition");
            if (how.isPresent() && group.participants().contains(participant)) {
                endings.computeIfAbsent(how.get(), _ -> new TreeMap<>())
                        .computeIfAbsent(
                                participants.value(row, "disposition_reason").orElse(""), _ -> new ArrayList<>())
                        .add(participant);
            }
        }
        List<Ending> listed = new ArrayList<>();
        endings.forEach((how, reasons) -> reasons.forEach((reason, who) -> listed.add(new Ending(how, reason, who))));
        return listed;
    }

    private static ParticipantId participant(Dataset participants, Row row) {
        return new ParticipantId(participants.value(row, "participant").orElseThrow());
    }

    private static List<ParticipantId> without(List<ParticipantId> all, List<ParticipantId> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private static List<ParticipantId> all(Stream<List<ParticipantId>> parts) {
        return parts.flatMap(List::stream).toList();
    }
}
