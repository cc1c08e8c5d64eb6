package org.equipoise.conduct.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.state.Shipment;
import org.equipoise.conduct.state.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void every_refusal_has_a_sentence_and_no_sentence_is_left_over(String language) {
        List<String> wanted = new ArrayList<>();
        Stream.of(
                        Refusal.class.getPermittedSubclasses(),
                        ItemFault.class.getPermittedSubclasses(),
                        AmendmentFault.class.getPermittedSubclasses())
                .flatMap(Stream::of)
                .forEach(kind -> wanted.add(kind.getSimpleName()));
        Stream.of(AmendmentFault.CommittedPart.values()).forEach(part -> wanted.add("committed." + part));
        Stream.of(Role.values()).forEach(role -> wanted.add("role." + role));
        Stream.of(Shipment.Stage.values()).forEach(stage -> wanted.add("shipment." + stage));
        Stream.of(Standing.values()).forEach(standing -> wanted.add("standing." + standing));
        Stream.of(Command.class.getPermittedSubclasses())
                .forEach(command -> wanted.add("command." + command.getSimpleName()));
        wanted.addAll(List.of("type.amount", "type.code", "type.day", "type.text", "between"));

        ResourceBundle catalogue = ResourceBundle.getBundle(
                "org.equipoise.conduct.refusal.refusals",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(catalogue.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    }
}
