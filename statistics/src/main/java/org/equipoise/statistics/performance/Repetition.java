package org.equipoise.statistics.performance;

import java.util.OptionalDouble;
import org.equipoise.statistics.answer.Interval;

/// What one repetition of a design and its analysis gave.
///
/// @param standardError as the analysis states it; absent where its interval rests on none
public record Repetition(double estimate, OptionalDouble standardError, Interval interval, boolean rejects) {}
