package org.equipoise.models;

import java.util.OptionalInt;

/// Something that happened to a person between two looks.
///
/// @param kind what sort of thing, such as `adverse-event`; the model tells the items of its answers
/// @param day the whole day on which it began
/// @param endDay the whole day on which it ended, or will end; absent if it never does
/// @param answers what the person would tell of it, and what is judged about it
public record Occurrence(String kind, int day, OptionalInt endDay, Answers answers) {}
