package org.equipoise.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Reason;

/// What an answer holds, or why it holds nothing.
public final class Answers {
    private Answers() {}

    public static <T> T found(Answer<T> answer) {
        return switch (answer) {
            case Answer.Found<T>(T value) -> value;
            case Answer.NotEstimable<T>(String method, Reason reason) ->
                throw new AssertionError(method + ": " + reason);
        };
    }

    public static void assertReason(Answer<?> answer, Reason expected) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotEstimable.class,
                        not -> assertThat(not.reason()).isEqualTo(expected));
    }
}
