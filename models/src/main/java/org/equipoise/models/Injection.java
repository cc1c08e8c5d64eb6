package org.equipoise.models;

/// A dose given, as the body remembers it.
record Injection(double day, double amount) {
    boolean isActive() {
        return amount > 0;
    }
}
