package org.equipoise.offender;

/// Makes an exception and forgets to throw it.
public record Dose(String amount) {
    public Dose {
        if (amount.isEmpty()) {
            new IllegalArgumentException("a dose has an amount");
        }
    }
}
