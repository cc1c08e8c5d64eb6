package org.equipoise.offender;

/// Promises a text and may give nothing.
public record Dose(String amount) {
    public String unit() {
        return amount.isEmpty() ? null : "mg";
    }
}
