package org.equipoise.statistics.mean;

/// A generalised inverse of a symmetric, non-negative definite matrix, by sweeping.
///
/// A column that depends on those before it is passed over and left zero, so that empty and redundant levels need
/// no coding. Source: Goodnight, "A tutorial on the SWEEP operator", The American Statistician 33 (1979) 149-158.
final class GeneralizedInverse {
    /// Entries are counts; a pivot this much smaller than its diagonal is rounding.
    private static final double ROUNDING = 1e-10;

    private final double[][] matrix;
    private final int rank;

    private GeneralizedInverse(double[][] matrix, int rank) {
        this.matrix = matrix;
        this.rank = rank;
    }

    static GeneralizedInverse of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] a = new double[size][];
        for (int row = 0; row < size; row++) {
            a[row] = symmetric[row].clone();
        }
        int rank = 0;
        for (int k = 0; k < size; k++) {
            if (a[k][k] > ROUNDING * symmetric[k][k]) {
                sweep(a, k);
                rank++;
            } else {
                clear(a, k);
            }
        }
        return new GeneralizedInverse(a, rank);
    }

    /// The rank of the matrix that was inverted.
    int rank() {
        return rank;
    }

    double[] times(double[] vector) {
        return product(matrix, vector);
    }

    static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int row = 0; row < product.length; row++) {
            for (int column = 0; column < product.length; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static void sweep(double[][] a, int k) {
        double pivot = a[k][k];
        for (int column = 0; column < a.length; column++) {
            a[k][column] /= pivot;
        }
        for (int row = 0; row < a.length; row++) {
            if (row != k) {
                double factor = a[row][k];
                for (int column = 0; column < a.length; column++) {
                    a[row][column] -= factor * a[k][column];
                }
                a[row][k] = -factor / pivot;
            }
        }
        a[k][k] = 1 / pivot;
    }

    private static void clear(double[][] a, int k) {
        for (int other = 0; other < a.length; other++) {
            a[k][other] = 0;
            a[other][k] = 0;
        }
    }
}
