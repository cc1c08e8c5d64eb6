"""Chances and means that the model's page states or implies for what a person brings to screening.

Exact, from distribution functions; rounding to the item's decimals is taken into account. Writes to standard output.
"""
import csv
import sys

import numpy as np
from scipy.stats import expon, lognorm

AGE = lognorm(s=np.sqrt(np.log1p((9 / 31) ** 2)), scale=31 / np.sqrt(1 + (9 / 31) ** 2))
IGG = lognorm(s=0.34, scale=15)
TRANSAMINASE = lognorm(s=0.7, scale=0.5)


def rounded_mean(law, decimals, low, high):
    step = 10.0**-decimals
    values = np.arange(round(low / step), round(high / step) + 1) * step
    edges = np.concatenate([[-np.inf], values[:-1] + step / 2, [np.inf]])
    return float(np.sum(values * np.diff(law.cdf(edges))))


def main():
    criteria = np.array([0.02, 0.22, 0.26, 0.22, 0.15, 0.08, 0.05])
    rows = [
        ("sex", "is female", 0.92),
        ("age", "mean", rounded_mean(AGE, 0, 14, 80)),
        ("age", "below 18", AGE.cdf(17.5)),
        ("age", "above 65", AGE.sf(65.5)),
        ("acr_criteria", "mean", float(criteria @ np.arange(3, 10))),
        ("acr_criteria", "below 4", 0.02),
        ("ana_titre", "below 160.5", 0.12),
        ("ana_titre", "above 3000", 0.20),
        ("immunoglobulin_g", "mean", rounded_mean(IGG, 1, 0, 500)),
        ("immunoglobulin_g", "above 20", IGG.sf(20.05)),
        ("transaminase_ratio", "mean", rounded_mean(TRANSAMINASE, 1, 0, 100)),
        ("transaminase_ratio", "above 3", TRANSAMINASE.sf(3.05)),
        ("nyha_class", "is none", 0.93),
        ("nyha_class", "is I", 0.04),
        ("nyha_class", "is II", 0.02),
        ("nyha_class", "is III", 0.008),
        ("nyha_class", "is IV", 0.002),
        ("hiv", "is positive", 0.001),
        ("hepatitis_b", "is positive", 0.03),
        ("hepatitis_c", "is positive", 0.005),
        ("tuberculin", "is 0", 0.72),
        ("tuberculin", "above 10", 0.28 * expon(loc=1, scale=4).sf(10.5)),
        ("pregnancy_test", "is positive", 0.92 * 0.005),
        ("pregnancy_test", "is not_applicable", 0.08),
    ]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["item", "measure", "expected"])
    for item, measure, expected in rows:
        out.writerow([item, measure, f"{expected:.6f}"])


if __name__ == "__main__":
    main()
