package org.equipoise.analysis;

import org.equipoise.protocol.design.Arm;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;

/// An arm compared with the reference arm.
public sealed interface Contrast {
    Arm arm();

    Arm reference();

    /// Its estimate minus that of the reference, with interval and test, or why the data do not give one.
    record Compared(Arm arm, Arm reference, Answer<? extends Difference> difference) implements Contrast {}
}
