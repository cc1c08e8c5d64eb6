package org.equipoise.rehearsal.plan;

/// What is believed of the primary comparison before the trial, for assurance: the chance of success over that belief,
/// where power is the chance at one assumed truth.
///
/// @param difference the mean of a normal law of the difference between the arms
/// @param standardError its standard deviation
/// @param referenceResponses and `referenceNonResponses`: the shapes of a beta law of the response in the reference arm
public record Prior(
        double difference, double standardError, double referenceResponses, double referenceNonResponses) {}
