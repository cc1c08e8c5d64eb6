package org.equipoise.protocol.finding;

/// How much a finding weighs: an error forbids activation, a warning needs a decision.
public enum Severity {
    ERROR,
    WARNING,
    INFORMATION
}
