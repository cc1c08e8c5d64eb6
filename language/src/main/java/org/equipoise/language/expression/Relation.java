package org.equipoise.language.expression;

import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;

/// How two quantities are compared.
enum Relation {
    LESS,
    AT_MOST,
    EQUAL,
    UNEQUAL,
    AT_LEAST,
    GREATER;

    Truth holds(Span left, Span right) {
        return switch (this) {
            case LESS -> left.lessThan(right);
            case AT_MOST -> left.atMost(right);
            case EQUAL -> left.equalTo(right);
            case UNEQUAL -> left.equalTo(right).not();
            case AT_LEAST -> right.atMost(left);
            case GREATER -> right.lessThan(left);
        };
    }
}
