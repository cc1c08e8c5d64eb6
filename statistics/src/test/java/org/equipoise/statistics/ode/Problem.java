package org.equipoise.statistics.ode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;

/// Well-known initial value problems; their solutions are in reference/initial-value-problems.
enum Problem implements StiffEquations {
    PREDATORS(2),
    BRUSSELATOR(2),
    ROBERTSON(3),
    OSCILLATOR(2);

    private final int size;

    Problem(int size) {
        this.size = size;
    }

    List<Row> rows() {
        return ReferenceTable.rows("initial-value-problems/expected.csv").stream()
                .filter(row -> row.text("problem").equals(name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    Tolerance tolerance(double relative, double absolute) {
        double[] parts = new double[size];
        Arrays.fill(parts, absolute);
        return Tolerance.of(relative, parts);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void slope(double time, double[] y, double[] slope) {
        switch (this) {
            case PREDATORS -> {
                slope[0] = y[0] * (1.5 - y[1]);
                slope[1] = y[1] * (y[0] - 3);
            }
            case BRUSSELATOR -> {
                slope[0] = 1 + y[0] * y[0] * y[1] - 4 * y[0];
                slope[1] = 3 * y[0] - y[0] * y[0] * y[1];
            }
            case ROBERTSON -> {
                slope[0] = 1e4 * y[1] * y[2] - 0.04 * y[0];
                slope[2] = 3e7 * y[1] * y[1];
                slope[1] = -slope[0] - slope[2];
            }
            case OSCILLATOR -> {
                slope[0] = y[1];
                slope[1] = 1000 * (1 - y[0] * y[0]) * y[1] - y[0];
            }
        }
    }

    @Override
    public void jacobian(double[] y, double[][] jacobian) {
        switch (this) {
            case PREDATORS -> {
                row(jacobian[0], 1.5 - y[1], -y[0]);
                row(jacobian[1], y[1], y[0] - 3);
            }
            case BRUSSELATOR -> {
                row(jacobian[0], 2 * y[0] * y[1] - 4, y[0] * y[0]);
                row(jacobian[1], 3 - 2 * y[0] * y[1], -y[0] * y[0]);
            }
            case ROBERTSON -> {
                row(jacobian[0], -0.04, 1e4 * y[2], 1e4 * y[1]);
                row(jacobian[1], 0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]);
                row(jacobian[2], 0, 6e7 * y[1], 0);
            }
            case OSCILLATOR -> {
                row(jacobian[0], 0, 1);
                row(jacobian[1], -2000 * y[0] * y[1] - 1, 1000 * (1 - y[0] * y[0]));
            }
        }
    }

    private static void row(double[] row, double... values) {
        System.arraycopy(values, 0, row, 0, values.length);
    }
}
