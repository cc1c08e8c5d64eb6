package org.equipoise.statistics.ode;

/// A few linear equations with one matrix and many right-hand sides, by elimination with partial pivoting.
final class LinearSystem {
    private final double[][] rows;
    private final int[] pivots;

    LinearSystem(int size) {
        rows = new double[size][size];
        pivots = new int[size];
    }

    /// Takes shift · I − matrix.
    void decompose(double shift, double[][] matrix) {
        int size = rows.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = (i == j ? shift : 0) - matrix[i][j];
            }
        }
        for (int column = 0; column < size; column++) {
            int pivot = pivot(column);
            pivots[column] = pivot;
            double[] top = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = top;
            for (int row = column + 1; row < size; row++) {
                double factor = rows[row][column] / top[column];
                rows[row][column] = factor;
                for (int j = column + 1; factor != 0 && j < size; j++) {
                    rows[row][j] -= factor * top[j];
                }
            }
        }
    }

    private int pivot(int column) {
        int pivot = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                pivot = row;
            }
        }
        return pivot;
    }

    /// Replaces a right-hand side by its solution.
    void solve(double[] side) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            double moved = side[pivots[column]];
            side[pivots[column]] = side[column];
            side[column] = moved;
        }
        for (int row = 1; row < size; row++) {
            for (int j = 0; j < row; j++) {
                side[row] -= rows[row][j] * side[j];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int j = row + 1; j < size; j++) {
                side[row] -= rows[row][j] * side[j];
            }
            side[row] /= rows[row][row];
        }
    }
}
