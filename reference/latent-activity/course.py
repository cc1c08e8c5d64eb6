"""Latent activity X on whole days, by an adaptive high-order solver restarted at every dose.

X' = k (m (1 - E B / (B + H)) - X), B' = -ln 2 / half-life * B, each dose adds its amount to B; X(0) = 1, B(0) = 0.
Writes one line for each case and day to standard output.
"""
import csv
import os
import sys

import numpy as np
from scipy.integrate import solve_ivp

HERE = os.path.dirname(os.path.abspath(__file__))
DAYS = (1, 7, 14, 28, 42, 56, 69, 84, 98, 112, 140, 168)
CYCLES = [(cycle + day, 1.0) for cycle in (0, 28, 56) for day in range(0, 14, 2)]
LATE = [(0.4, 1.0), (2.65, 1.0), (4.4, 0.5), (9.0, 2.0), (9.0, 1.0), (30.125, 3.0), (58.9, 1.0)]


def parameters():
    with open(os.path.join(HERE, "parameters.csv"), newline="") as lines:
        return {line["parameter"]: float(line["value"]) for line in csv.DictReader(lines)}


def course(p, background, doses):
    fading = np.log(2) / p["effect_half_life"]

    def change(_, state):
        x, b = state
        target = background * (1 - p["maximal_effect"] * b / (b + p["half_effect_doses"]))
        return [p["recovery_rate"] * (target - x), -fading * b]

    stops = sorted({0.0, *DAYS, *(day for day, _ in doses)})
    state = np.array([1.0, 0.0])
    found = {}
    for start, end in zip(stops, stops[1:] + [None]):
        if start in DAYS:
            found[start] = state[0]
        state[1] += sum(amount for day, amount in doses if day == start)
        if end is not None:
            state = solve_ivp(change, (start, end), state, method="DOP853", rtol=1e-12, atol=1e-14).y[:, -1]
    return [(day, found[day]) for day in DAYS]


def main():
    p = parameters()
    cases = [
        ("no-doses", p, 0.52, []),
        ("three-cycles", p, 0.52, CYCLES),
        ("three-cycles-worsening", p, 1.6, CYCLES),
        ("late-and-unequal", {**p, "effect_half_life": 5.0, "recovery_rate": 0.1}, 0.4, LATE),
    ]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["case", "background", "recovery_rate", "effect_half_life", "doses", "day", "activity"])
    for name, values, background, doses in cases:
        given = " ".join(f"{day:g}x{amount:g}" for day, amount in doses)
        for day, activity in course(values, background, doses):
            out.writerow([name, background, values["recovery_rate"], values["effect_half_life"], given, day, f"{activity:.10f}"])


if __name__ == "__main__":
    main()
