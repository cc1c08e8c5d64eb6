package org.equipoise.protocol.design;

/// A trial site and its offset from UTC, in which its clinical dates are written.
public record Site(String id, String utcOffset) {}
