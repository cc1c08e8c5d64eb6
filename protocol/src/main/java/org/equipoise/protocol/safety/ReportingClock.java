package org.equipoise.protocol.safety;

import org.equipoise.language.expression.Condition;

/// A deadline that an entry of a log sets off: who must be told within how many hours.
///
/// @param log the log whose entries are judged
public record ReportingClock(
        String id, String log, Condition when, int withinHours, String to, String source, String certainty) {}
