"""All states by an implicit method of order 5, restarted at every dose; writes a line for each case and time.

Checks before it prints: what entered equals what left plus what is there, and the solver's own tolerance is not felt.
"""
import csv
import os
import sys

import numpy as np
from scipy.integrate import solve_ivp

from model import HERE, STATES, parameters, rates, slopes, start

DAYS = [0.5 / 24, 1 / 24, 2 / 24, 3 / 24, 4 / 24, 6 / 24, 8 / 24, 12 / 24,
        1, 2, 7, 13, 14, 15, 21, 28, 42, 56, 69, 70, 84, 98, 112, 140, 168]


def course(k, amount, doses, rtol):
    stops = sorted({0.0, *DAYS, *doses})
    state, found = start(), {}
    for begin, end in zip(stops, stops[1:] + [None]):
        if begin in doses:
            state[0] += amount
        found[begin] = state.copy()
        if end is not None:
            scale = np.array([1e6, 1, 1, 1, 1, 1, 1, 1, 1e6, 1e6])
            state = solve_ivp(slopes, (begin, end), state, method="Radau", rtol=rtol, atol=rtol * 1e-2 * scale, args=(k,)).y[:, -1]
            left = k["F"] * state[0] + k["ml"] * state[1] + state[8] + state[9]
            given = k["F"] * amount * sum(dose <= begin for dose in doses)
            assert abs(left - given) <= 1e-9 * given + 1e-3, (begin, left, given)
    return found


def cases():
    with open(os.path.join(HERE, "cases.csv"), newline="") as lines:
        for line in csv.DictReader(lines):
            changed = dict(word.split("=") for word in line["changed"].split())
            yield (line["case"], {parameter: float(value) for parameter, value in changed.items()},
                   float(line["amount"]), [float(day) for day in line["doses"].split()])


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["case", "time", *STATES])
    for name, changed, amount, doses in cases():
        k = rates({**parameters(), **changed})
        found, coarse = course(k, amount, doses, 1e-11), course(k, amount, doses, 1e-9)
        for time in DAYS:
            assert np.all(np.abs(found[time] - coarse[time])[2:8] < 1e-7), (name, time)
            out.writerow([name, repr(time), *(f"{value:.10g}" for value in found[time])])


if __name__ == "__main__":
    main()
