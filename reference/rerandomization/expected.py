"""The re-randomisation p of small trials, by listing every allocation with its probability, in exact fractions.

Stratified permuted blocks: each stratum has its own sequence; a block's size is drawn with equal probability from the
list, its order with equal probability from all orders in the ratio; the last block may be cut. The statistic is
Cochran-Mantel-Haenszel's chi-square over the strata. Run in this folder: python3 expected.py
"""

import csv
import sys
from fractions import Fraction
from itertools import product
from math import comb


def orders(groups, parts):
    """How many orders hold the groups, 0 or 1, as often as the parts say, given those that stand already."""
    left = [part - groups.count(group) for group, part in enumerate(parts)]
    return 0 if min(left) < 0 else comb(sum(left), left[0])


def probability(sequence, ratio, sizes):
    """The probability that the procedure begins with this sequence."""
    if not sequence:
        return Fraction(1)
    total = Fraction(0)
    for size in sizes:
        parts = [size // sum(ratio) * part for part in ratio]
        here, rest = sequence[:size], sequence[size:]
        share = Fraction(orders(here, parts), orders((), parts))
        if share:
            total += share * probability(rest, ratio, sizes)
    return total / len(sizes)


def chi_square(units, groups):
    surplus = variance = Fraction(0)
    for stratum in sorted({s for s, _ in units}):
        known = [(g, y) for (s, y), g in zip(units, groups) if s == stratum and y != "?"]
        n = [sum(g == group for g, _ in known) for group in (0, 1)]
        events = sum(y == "1" for _, y in known)
        if min(n) > 0:
            total = sum(n)
            surplus += sum(g == 0 and y == "1" for g, y in known) - Fraction(n[0] * events, total)
            variance += Fraction(n[0] * n[1] * events * (total - events), total * total * (total - 1))
    return surplus * surplus / variance if variance else Fraction(0)


def exact(case):
    ratio = [int(part) for part in case["ratio"].split(":")]
    sizes = [int(size) for size in case["sizes"].split(" ")]
    strata = [int(s) for s in case["strata"].split(" ")]
    units = list(zip(strata, case["responses"].split(" ")))
    observed = chi_square(units, [int(g) for g in case["groups"].split(" ")])
    places = [[i for i, s in enumerate(strata) if s == stratum] for stratum in sorted(set(strata))]
    possible = []
    for stratum in places:
        chances = ((s, probability(s, ratio, sizes)) for s in product((0, 1), repeat=len(stratum)))
        possible.append([(s, p) for s, p in chances if p])
    p = all_together = Fraction(0)
    for dealt in product(*possible):
        groups = [0] * len(units)
        chance = Fraction(1)
        for stratum, (sequence, share) in zip(places, dealt):
            chance *= share
            for place, group in zip(stratum, sequence):
                groups[place] = group
        all_together += chance
        if chi_square(units, groups) >= observed:
            p += chance
    assert all_together == 1
    return observed, p


def main():
    with open("trials.csv", encoding="utf-8", newline="") as cases, \
            open("expected.csv", "w", encoding="utf-8", newline="") as out:
        out.write("case,ratio,sizes,strata,groups,responses,chi_square,p\n")
        for case in csv.DictReader(cases):
            observed, p = exact(case)
            out.write(",".join(case.values()) + f",{float(observed):.15g},{float(p):.15g}\n")
    print("Python", sys.version.split()[0])


main()
