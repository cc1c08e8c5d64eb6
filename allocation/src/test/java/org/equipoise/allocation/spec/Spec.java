package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One promise in words, each beside the code that does what it says: what is given, what is done, and then one
/// assertion for every sentence.
record Spec<T>(String title, String given, String when, Supplier<T> outcome, List<Then<T>> thens) {

    record Then<T>(String words, Consumer<T> holds) {}

    record Title(String title) {
        <G> Given<G> given(String words, Supplier<G> setting) {
            return new Given<>(title, words, setting);
        }
    }

    record Given<G>(String title, String words, Supplier<G> setting) {
        <T> Spec<T> when(String done, Function<G, T> act) {
            return new Spec<>(title, words, done, () -> act.apply(setting.get()), List.of());
        }
    }

    static Title spec(String title) {
        return new Title(title);
    }

    Spec<T> then(String words, Consumer<T> holds) {
        List<Then<T>> more = Stream.concat(thens.stream(), Stream.of(new Then<>(words, holds)))
                .toList();
        return new Spec<>(title, given, when, outcome, more);
    }

    void run() {
        assertThat(thens).as("what is promised").isNotEmpty();
        T came = outcome.get();
        thens.forEach(then -> then.holds().accept(came));
    }

    /// The promise as a paragraph of the manual.
    String markdown() {
        StringBuilder page = new StringBuilder("### " + title + "\n\n");
        page.append("Given ").append(given).append("\n\nwhen ").append(when).append("\n\nthen\n\n");
        thens.forEach(then -> page.append("- ").append(then.words()).append('\n'));
        return page.append('\n').toString();
    }
}
