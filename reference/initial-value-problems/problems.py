"""Solutions of four well-known initial value problems, by an implicit and an explicit method that must agree.

Writes one line for each problem, time and component to standard output.
"""
import csv
import sys

import numpy as np
from scipy.integrate import solve_ivp


def predators(_, y):
    return [y[0] * (1.5 - y[1]), y[1] * (y[0] - 3.0)]


def brusselator(_, y):
    return [1 + y[0] ** 2 * y[1] - 4 * y[0], 3 * y[0] - y[0] ** 2 * y[1]]


def robertson(_, y):
    slow, fast, quick = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] ** 2
    return [fast - slow, slow - fast - quick, quick]


def oscillator(_, y):
    return [y[1], 1000 * (1 - y[0] ** 2) * y[1] - y[0]]


PROBLEMS = [
    ("predators", predators, [1.0, 1.0], [1.0, 5.0, 20.0], "DOP853"),
    ("brusselator", brusselator, [1.5, 3.0], [1.0, 5.0, 20.0], "DOP853"),
    ("robertson", robertson, [1.0, 0.0, 0.0], [0.4, 40.0, 4000.0], None),
    ("oscillator", oscillator, [2.0, 0.0], [1.0, 500.0, 800.0], None),
]


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["problem", "start", "time", "component", "value"])
    for name, slope, start, times, second in PROBLEMS:
        def ask(method, rtol):
            return solve_ivp(slope, (0, times[-1]), start, method=method, t_eval=times, rtol=rtol, atol=1e-16).y

        found = ask("Radau", 1e-12)
        check = ask(second, 1e-13) if second else ask("Radau", 1e-10)
        assert np.all(np.abs(found - check) <= (1e-9 if second else 1e-8) * np.abs(found)), name
        best = check if second else found
        for column, time in enumerate(times):
            for component, value in enumerate(best[:, column]):
                out.writerow([name, " ".join(map(repr, start)), time, component, f"{value:.12e}"])


if __name__ == "__main__":
    main()
