package org.equipoise.conduct.refusal;

import java.lang.reflect.RecordComponent;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.state.Shipment;
import org.equipoise.conduct.state.Standing;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.value.ItemType;

/// Refusals as sentences, in the reader's language. A catalogue holds one pattern for each kind of refusal; the
/// components of the
/// refusal fill it in their order.
public final class Sentences {
    private final ResourceBundle catalogue;

    private Sentences(ResourceBundle catalogue) {
        this.catalogue = catalogue;
    }

    public static Sentences in(Locale language) {
        return new Sentences(ResourceBundle.getBundle(
                "org.equipoise.conduct.refusal.refusals",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String sentence(Refusal refusal) {
        return filled((Record) refusal);
    }

    private String filled(Record value) {
        Object[] words = new Object[value.getClass().getRecordComponents().length];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(component(value, value.getClass().getRecordComponents()[i]));
        }
        return new MessageFormat(catalogue.getString(value.getClass().getSimpleName()), Locale.ROOT).format(words);
    }

    private String word(Object component) {
        return switch (component) {
            case Role role -> catalogue.getString("role." + role);
            case Standing standing -> catalogue.getString("standing." + standing);
            case Shipment.Stage stage -> catalogue.getString("shipment." + stage);
            case ItemFault fault -> filled((Record) fault);
            case AmendmentFault fault -> filled((Record) fault);
            case AmendmentFault.CommittedPart part -> catalogue.getString("committed." + part);
            case Digest digest -> digest.hex();
            case ItemType.Amount _ -> catalogue.getString("type.amount");
            case ItemType.Code(List<String> codes) ->
                MessageFormat.format(catalogue.getString("type.code"), String.join(", ", codes));
            case ItemType.Day _ -> catalogue.getString("type.day");
            case ItemType.Text(var longest) ->
                new MessageFormat(catalogue.getString("type.text"), Locale.ROOT).format(new Object[] {longest});
            case Collection<?> several ->
                several.stream().map(this::word).collect(Collectors.joining(catalogue.getString("between")));
            case Class<?> command -> catalogue.getString("command." + command.getSimpleName());
            default -> component.toString();
        };
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a refusal's components can be read", e);
        }
    }
}
