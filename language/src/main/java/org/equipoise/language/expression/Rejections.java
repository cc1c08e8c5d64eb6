package org.equipoise.language.expression;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;

/// Makes the fault at a node of the syntax tree, as an exception on its way out of the recursion.
record Rejections(CelSource source) {

    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ExpressionFault fault;

        private Rejected(ExpressionFault fault) {
            super(fault.what());
            this.fault = fault;
        }

        ExpressionFault fault() {
            return fault;
        }
    }

    Rejected reject(CelExpr node, String what, String fix) {
        Integer offset = source.getPositionsMap().get(node.id());
        return source.getOffsetLocation(offset == null ? 0 : offset)
                .map(at -> new Rejected(new ExpressionFault(at.getLine(), at.getColumn() + 1, what, fix)))
                .orElseGet(() -> new Rejected(new ExpressionFault(1, 1, what, fix)));
    }
}
