package org.equipoise.analysis;

import org.equipoise.protocol.design.Arm;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;

/// An arm compared with the reference arm: its estimate minus that of the reference, or why the data do not give one.
public record Contrast(Arm arm, Arm reference, Answer<? extends Difference> difference) {}
