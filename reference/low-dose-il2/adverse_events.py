"""Exact chances of adverse events over a trial of 21 injections and 168 days, by drug (1) or placebo (0).

A reaction follows an injection with probability 1 - exp(-g hazard); g is 1, or at the site gamma of mean 1 and variance 2, whose
Laplace transform is (1 + 2 s)^(-1/2). Writes one line for each measure to standard output.
"""
import csv
import math
import sys

from model import parameters

INJECTIONS, DAYS = 21, 168


def laplace(s):
    return (1 + 2 * s) ** -0.5


def main():
    p = parameters()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["drug", "measure", "chance"])
    for drug, ending in ((1, ""), (0, "_placebo")):
        def ask(name):
            return p[name + ending]

        site = ask("site_reaction")
        none = laplace(INJECTIONS * site)
        one = INJECTIONS * (laplace((INJECTIONS - 1) * site) - laplace(INJECTIONS * site))
        rows = {
            "injection_site_reaction": 1 - none,
            "injection_site_reaction twice": 1 - none - one,
            "fever": 1 - math.exp(-INJECTIONS * ask("fever")),
            "flu_like_symptoms": 1 - math.exp(-INJECTIONS * ask("flu_like")),
            "serious": 1 - math.exp(-DAYS / 7 * p["serious_event"]),
            "pneumonia": 1 - math.exp(-DAYS / 7 * p["serious_event"] / 3),
            "upper_respiratory_infection": 1 - math.exp(-DAYS / 7 * p["infection"] * 0.85),
        }
        for measure, chance in rows.items():
            out.writerow([drug, measure, f"{chance:.8f}"])


if __name__ == "__main__":
    main()
