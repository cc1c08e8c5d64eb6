package org.equipoise.analysis.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.report.Page.Block;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.analysis.report.Page.Line;
import org.equipoise.analysis.report.Page.Section;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.design.Label;
import org.equipoise.protocol.endpoint.Analysis.Role;
import org.equipoise.protocol.endpoint.Table.Chapter;
import org.equipoise.protocol.reading.Study;

/// Sets the whole page in words: which chapter holds what.
final class Composition {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ReportContent content;
    private final Study study;
    private final Account account;
    private final PlannedDisplays planned;

    private Composition(ReportContent content) {
        this.content = content;
        this.study = content.study();
        this.account = content.account();
        this.planned = new PlannedDisplays(study, account);
    }

    static Page of(ReportContent content) {
        return new Composition(content).page();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        add(sections, "participants", "Participants", participants());
        add(sections, "primary", "Primary result", planned.answers(Role.PRIMARY));
        add(sections, "secondary", "Secondary results", planned.answers(Role.SECONDARY));
        add(sections, "sensitivity", "Sensitivity analyses", planned.answers(Role.SENSITIVITY));
        add(sections, "exploratory", "Exploratory results", planned.answers(Role.EXPLORATORY));
        add(sections, "safety", "Safety", planned.chapter(Chapter.ADVERSE_EVENTS));
        add(sections, "doses", "Doses", doses());
        add(sections, "blinding", "Blinding", planned.chapter(Chapter.BLINDING));
        study.plan().published().ifPresent(published -> {
            add(sections, "published", "The published trial, replayed", Replays.comparisons(study, published));
            if (content.provenance().mode() == Mode.REHEARSAL) {
                add(sections, "misfits", "What the model does not reproduce", Replays.misfits(published));
            }
        });
        add(sections, "assumptions", "Assumptions", assumptions());
        add(sections, "record", "The record", List.of(new Page.Lines("", record())));
        add(sections, "limits", "What this report does not claim", List.of(new Page.Words(limits())));
        return new Page(
                study.title().english(), translated(study.title()), banner(), summary(), planned.headline(), sections);
    }

    private static void add(List<Section> sections, String id, String title, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(id, title, blocks));
        }
    }

    /// A label in the study's other language, or nothing.
    static String translated(Label label) {
        String chinese = label.in("zh");
        return chinese.equals(label.english()) ? "" : chinese;
    }

    private String banner() {
        return switch (content.provenance().mode()) {
            case REHEARSAL ->
                "Simulated from assumptions. Every participant and every value in this report is virtual.";
            case LIVE -> "";
        };
    }

    private List<Line> summary() {
        return Stream.concat(Stream.of(new Line("Study", study.id())), status(content.status()))
                .toList();
    }

    private static Stream<Line> status(Status status) {
        return switch (status) {
            case Status.Blinded _ -> Stream.of(new Line("Status", "Blinded: this report knows no treatment."));
            case Status.Revealed(TreatmentView.Revealed reveal, Instant at) ->
                Stream.of(
                        new Line(
                                "Status",
                                "Revealed by " + reveal.authorizedBy() + " on " + MOMENT.format(at) + " (event "
                                        + Print.count(reveal.seq()) + ")"),
                        new Line("Reason", reveal.reason()));
        };
    }

    private List<Block> participants() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(FlowDiagram.of(study, account));
        ParticipantGrids.criteria(account.flow()).ifPresent(blocks::add);
        List<Block> baseline = planned.chapter(Chapter.BASELINE);
        blocks.addAll(
                baseline.isEmpty()
                        ? List.of(ParticipantGrids.baseline(
                                study,
                                account.baseline(),
                                "baseline",
                                "Randomised participants at baseline",
                                "",
                                List.of()))
                        : baseline);
        blocks.addAll(planned.chapter(Chapter.ANALYSIS_SETS));
        blocks.addAll(planned.chapter(Chapter.INTERCURRENT_EVENTS));
        return blocks;
    }

    private List<Block> doses() {
        List<Block> doses = planned.chapter(Chapter.DOSES);
        return doses.isEmpty()
                ? List.of(ParticipantGrids.dosing(
                        account.dosing(), "doses", "Doses recorded, against the regimen", "", List.of()))
                : doses;
    }

    private List<Block> assumptions() {
        List<Provenance.Assumption> assumptions = content.provenance().assumptions();
        if (assumptions.isEmpty()) {
            return List.of();
        }
        List<Head> heads =
                List.of(Head.words("Assumption"), Head.number("Value"), Head.words("Source"), Head.words("Certainty"));
        List<List<Cell>> rows = assumptions.stream()
                .map(each -> List.of(
                        Cell.of(each.name()), Cell.of(each.value()), Cell.of(each.source()), Cell.of(each.certainty())))
                .toList();
        return List.of(new Grid("assumptions", "What the rehearsal assumed", "", heads, rows, List.of()));
    }

    private List<Line> record() {
        Provenance provenance = content.provenance();
        List<Line> lines = new ArrayList<>(List.of(
                new Line("Events in the journal", Print.count(provenance.events())),
                new Line("Root of its Merkle tree", provenance.root().hex()),
                new Line(
                        "How to check them",
                        "equipoise verify journal --witness journal.witness, or the verifiers that share no code with "
                                + "this program: the journal is the one reported on if they print these events and this "
                                + "root. Keep this page: who changes the journal later cannot change what is printed."),
                new Line("Protocol hash", study.conduct().hash().hex())));
        provenance.details().forEach(detail -> lines.add(new Line(detail.name(), detail.value())));
        lines.add(new Line(
                "Where numbers come from",
                "Each number carries an identifier (data-cell). The file cells.json beside this page names, for each, "
                        + "the rows of the data sets it rests on, and for each row the events and item changes "
                        + "(event.ordinal) in the journal."));
        return lines;
    }

    private List<String> limits() {
        String evidence = switch (content.provenance().mode()) {
            case REHEARSAL ->
                "This report does not claim that the treatment works, or is safe, in people: its numbers "
                        + "follow from the assumptions listed. Agreement with published results would be a "
                        + "check of the program, not evidence.";
            case LIVE ->
                "This report does not claim more than the planned analyses say. The software has not been "
                        + "validated for trials with real participants.";
        };
        return List.of(
                evidence,
                "It does not claim that nobody guessed a treatment; only that the software showed none before the "
                        + "reveal.");
    }
}
