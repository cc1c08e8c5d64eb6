package org.equipoise.app.blinding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Command.CorrectForm;
import org.equipoise.conduct.command.Command.SubmitForm;
import org.equipoise.conduct.command.Role;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;

/// Everything that staff asked for in a rehearsed trial, up to the lock. Given again with other values in the sealed
/// items, it must look the same to everybody.
record RecordedCommands(Stage stage, Secrets secrets, List<Given> given) {

    record Given(Role role, Command command) {}

    static RecordedCommands of(Stage stage) {
        Secrets secrets = stage.secrets();
        List<Given> given = new ArrayList<>();
        Stage.Set set = stage.set(
                new MemoryJournal(),
                new Vault(stage.study(), secrets, new IdealSealing()),
                secrets.arms(),
                stage.personalKeys(),
                stage.effects(secrets.arms()),
                counter -> counter,
                (role, command, _) -> given.add(new Given(role, command)));
        set.trial().conduct();
        return new RecordedCommands(stage, secrets, given);
    }

    /// The same commands with another possible value wherever a value is sealed that would be accepted.
    RecordedCommands withOtherSealedValues() {
        List<Given> other = given.stream()
                .map(each -> new Given(each.role(), changed(each.command(), this::exchanged)))
                .toList();
        return new RecordedCommands(stage, secrets, other);
    }

    /// The command with the values of sealed items left out: only who types them knows them.
    static Command withheld(Study study, Command command) {
        return changed(
                command,
                (form, change) -> isSealed(study, form, change) ? new ItemChange(change.item(), "•••", null) : change);
    }

    private ItemChange exchanged(String form, ItemChange change) {
        return isSealed(stage.study(), form, change)
                ? new ItemChange(change.item(), another(item(stage.study(), form, change), change.value()), null)
                : change;
    }

    private static boolean isSealed(Study study, String form, ItemChange change) {
        return change.value() != null
                && study.form(form)
                        .flatMap(each -> each.item(change.item()))
                        .filter(Item::unblinding)
                        .isPresent();
    }

    private static Item item(Study study, String form, ItemChange change) {
        return study.form(form).flatMap(each -> each.item(change.item())).orElseThrow();
    }

    private static String another(Item item, String value) {
        return switch (item.type()) {
            case ItemType.Amount(var _, var possible) ->
                accepted(item.type(), value) && possible.low() != null
                        ? possible.low().toPlainString()
                        : value;
            case ItemType.Code(var codes) ->
                codes.contains(value) ? codes.get((codes.indexOf(value) + 1) % codes.size()) : value;
            case ItemType.Day _ -> accepted(item.type(), value) ? "2001-01-01" : value;
            case ItemType.Text _ -> throw new IllegalStateException("no text is sealed");
        };
    }

    private static boolean accepted(ItemType type, String value) {
        return type.read(value)
                .filter(answer -> !(type instanceof ItemType.Amount(var _, var possible)) || possible(answer, possible))
                .isPresent();
    }

    private static boolean possible(Answer answer, Span range) {
        return answer.span().lessThan(range) != Truth.TRUE && range.lessThan(answer.span()) != Truth.TRUE;
    }

    private interface Change {
        ItemChange of(String form, ItemChange change);
    }

    private static Command changed(Command command, Change change) {
        return switch (command) {
            case SubmitForm(var participant, var encounter, var form, var entries) ->
                new SubmitForm(participant, encounter, form, all(entries, each -> change.of(form, each)));
            case CorrectForm(var participant, var encounter, var form, var entry, var reason, var changes) ->
                new CorrectForm(
                        participant, encounter, form, entry, reason, all(changes, each -> change.of(form, each)));
            default -> command;
        };
    }

    private static List<ItemChange> all(List<ItemChange> changes, UnaryOperator<ItemChange> change) {
        return changes.stream().map(change).toList();
    }
}
