package org.equipoise.app.staging;

import java.util.SequencedMap;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import org.equipoise.statistics.performance.Figure;

/// What many trials said of a design.
///
/// @param asked how many trials were asked for; fewer are done where someone stopped
/// @param assurance participants in all → the chance of success over what is believed, where the study says what is
///     believed
public record Characteristics(
        Runner runner, long asked, OperatingCharacteristics figures, SequencedMap<Integer, Figure> assurance) {}
