package org.equipoise.statistics.proportion;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.summary.Rounding;

/// A two-sided p as someone printed it: which tests of the printed counts round to it?
///
/// That a test agrees is no evidence that it was used; that none does is worth a sentence.
public record PrintedP(BigDecimal value) {
    public List<NamedTest> agreeing(TwoByTwo table) {
        return Arrays.stream(NamedTest.values())
                .filter(test -> test.of(table) instanceof Answer.Found<TestResult>(TestResult found) && agrees(found))
                .toList();
    }

    private boolean agrees(TestResult found) {
        return Rounding.halfAwayFromZero(found.p(), value.scale()).compareTo(value) == 0;
    }
}
