package org.equipoise.analysis;

import java.util.Optional;
import org.equipoise.protocol.design.Arm;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.MonteCarloP;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.missing.TippingGrid;

/// An arm compared with the reference arm: its estimate minus that of the reference, or why the data do not give one.
public sealed interface Contrast {
    Arm arm();

    Arm reference();

    /// An estimate with its interval and the test that belongs to it.
    record Compared(Arm arm, Arm reference, Answer<? extends Difference> difference) implements Contrast {}

    /// A test by name.
    ///
    /// @param estimate with an interval that need not agree with the test, where reports print one beside it
    record Tested(Arm arm, Arm reference, Optional<Answer<Estimate>> estimate, Answer<TestResult> test)
            implements Contrast {}

    /// The estimate placed among those of the sequences that could have been drawn.
    record Redrawn(Arm arm, Arm reference, Answer<PointEstimate> estimate, Answer<MonteCarloP> test)
            implements Contrast {}

    /// Every way in which the missing responses could have fallen.
    record Tipped(Arm arm, Arm reference, Answer<TippingGrid> grid) implements Contrast {}
}
