package org.equipoise.app.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Role;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Source;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is typed into an unblinding item reaches nobody blinded, and what is hidden from a role reaches nobody in it.
/// The control comes with it: planted leaks must be found.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedItemsTest {
    private static final Stage STAGE = TestStudies.stage("il2-lupus", 1, 1);
    private Journal journal;

    @BeforeAll
    void rehearse() {
        Stage.Set set = STAGE.ordinary((role, command, outcome) -> {});
        set.trial().conduct();
        journal = set.journal();
    }

    @Test
    void other_values_in_sealed_items_change_no_byte_that_a_blinded_person_sees() {
        assertThat(new Twins(STAGE, Twins.Leak.NONE).sealedValuesExchanged()).isEmpty();
    }

    @Test
    void the_twins_really_differ_in_what_is_sealed() {
        RecordedCommands commands = RecordedCommands.of(STAGE);
        assertThat(commands.withOtherSealedValues().given()).isNotEqualTo(commands.given());
        assertThat(forms(journal).flatMap(form -> form.changes().stream()).filter(change -> change.sealed() != null))
                .hasSizeGreaterThan(100);
    }

    @Test
    void a_sealed_value_in_the_archive_is_found() {
        assertThat(new Twins(STAGE, PlantedLeaks.sealedInPlainText()).sealedValuesExchanged())
                .contains("archive", "transcript");
    }

    @Test
    void a_sealed_value_in_a_sentence_is_found() {
        assertThat(new Twins(STAGE, PlantedLeaks.aSealedValueInASentence()).sealedValuesExchanged())
                .contains("transcript");
    }

    @Test
    void an_unblinding_item_is_journalled_as_ciphertext_or_as_absent() {
        Study study = STAGE.study();
        assertThat(forms(journal)
                        .flatMap(form -> form.changes().stream()
                                .filter(change -> study.form(form.form())
                                        .flatMap(each -> each.item(change.item()))
                                        .filter(Item::unblinding)
                                        .isPresent()))
                        .filter(change -> change.value() != null))
                .isEmpty();
    }

    /// Every row cites the events it came from, so what a role reads can be traced back.
    @Test
    void no_role_reads_a_row_that_came_from_a_form_hidden_from_it() {
        assertThat(hiddenButRead(Twins.Leak.NONE)).isEmpty();
    }

    @Test
    void an_adverse_event_shown_to_the_assessor_is_found() {
        assertThat(hiddenButRead(PlantedLeaks.everythingShownToEveryRole()))
                .anyMatch(found -> found.startsWith("assessor reads logs"))
                .anyMatch(found -> found.startsWith("assessor reads queries"));
    }

    private List<String> hiddenButRead(Twins.Leak leak) {
        Study study = STAGE.study();
        List<String> found = new ArrayList<>();
        for (Role role : Role.values()) {
            Set<String> hidden = study.forms().stream()
                    .filter(form -> form.rules().hiddenFrom().contains(role.word()))
                    .map(Form::id)
                    .collect(Collectors.toSet());
            for (Dataset table : leak.readBy(role.word(), study, journal, new TreatmentView.Blinded())) {
                table.rows().stream()
                        .flatMap(row -> row.sources().stream())
                        .map(Source::seq)
                        .distinct()
                        .filter(seq -> hidden.contains(form(journal.event(seq))))
                        .forEach(seq -> found.add(role.word() + " reads " + table.name() + " from event " + seq));
            }
        }
        return found;
    }

    private static String form(JournalledEvent event) {
        return switch (event.event()) {
            case FormEvent form -> form.form();
            case QueryRaised query -> query.form();
            case ReportingClockStarted clock -> clock.form();
            default -> "";
        };
    }

    private static Stream<FormEvent> forms(Journal journal) {
        List<FormEvent> forms = new ArrayList<>();
        for (JournalledEvent event : journal.events()) {
            if (event.event() instanceof FormEvent form) {
                forms.add(form);
            }
        }
        return forms.stream();
    }
}
