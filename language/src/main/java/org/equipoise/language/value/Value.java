package org.equipoise.language.value;

import java.math.BigDecimal;

/// One value a form can hold.
public sealed interface Value {

    /// A decimal number in the unit its item declares; the scale is the one that was entered.
    record Amount(BigDecimal decimal) implements Value {
        @Override
        public String toString() {
            return decimal.toPlainString();
        }
    }

    /// A code of the item's code list.
    record Code(String code) implements Value {
        @Override
        public String toString() {
            return code;
        }
    }

    /// A calendar date, possibly partial.
    record Day(PartialDate date) implements Value {
        @Override
        public String toString() {
            return date.toString();
        }
    }
}
