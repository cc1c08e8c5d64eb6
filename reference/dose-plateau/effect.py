"""Share of the maximal effect at the beginning of whole days, by a solver restarted at every dose.

A' = -ln 2 / half-life * A; each dose adds amount * 7 * ln 2 / half-life; share = A / (A + H).
Writes one line for each case and day to standard output.
"""
import csv
import sys

import numpy as np
from scipy.integrate import solve_ivp

DAYS = (0, 1, 7, 8, 14, 28, 29, 35, 56, 70, 84)
WEEKLY = (0, 7, 14, 21, 28, 35, 42, 49)


def shares(half_life, half_effect_amount, doses):
    fading = np.log(2) / half_life
    stops = sorted({0.0, *DAYS, *(day for day, _ in doses)})
    amount, found = np.array([0.0]), {}
    for start, end in zip(stops, stops[1:] + [None]):
        if start in DAYS:
            found[start] = amount[0] / (amount[0] + half_effect_amount)
        amount = amount + sum(given * 7 * fading for day, given in doses if day == start)
        if end is not None:
            amount = solve_ivp(lambda _, a: -fading * a, (start, end), amount, method="DOP853", rtol=1e-12, atol=1e-14).y[:, -1]
    return [(day, found[day]) for day in DAYS]


def main():
    cases = [
        ("placebo", 10, 8, [(day, 0.0) for day in WEEKLY]),
        ("low", 10, 8, [(day, 10.0) for day in WEEKLY]),
        ("high", 10, 8, [(day, 20.0) for day in WEEKLY]),
        ("late-and-unequal", 4, 5, [(0.3, 20.0), (7.75, 10.0), (27.5, 40.0)]),
    ]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["case", "effect_half_life", "half_effect_amount", "doses", "day", "share"])
    for name, half_life, half_effect_amount, doses in cases:
        given = " ".join(f"{day:g}x{amount:g}" for day, amount in doses)
        for day, share in shares(half_life, half_effect_amount, doses):
            out.writerow([name, half_life, half_effect_amount, given, day, f"{share:.12f}"])


if __name__ == "__main__":
    main()
