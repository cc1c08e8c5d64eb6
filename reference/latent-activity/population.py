"""Many virtual people from the model's equations, array by array: what shares of them show what, and when.

Follows the model's page and shares no code with it; random numbers are NumPy's. Writes one line for each arm, day and measure.
"""
import csv
import os
import sys

import numpy as np

from course import CYCLES, HERE, parameters

PEOPLE, CHUNK, SEED = 1_000_000, 50_000, 20150630
VISITS = (28, 56, 84)
OWN_PART = ("mucocutaneous", "musculoskeletal", "renal", "haematological")
URINARY = ("urinary_casts", "haematuria", "pyuria")


def items():
    with open(os.path.join(HERE, "..", "low-dose-il2", "items.csv"), newline="") as lines:
        return list(csv.DictReader(lines))


def courses(p, amount, days):
    """X(day) = kept(day) + m gained(day): the equation is linear in m. Ten steps a day, trapezoids in the target."""
    steps = 10
    h = 1 / steps
    k, fading = p["recovery_rate"], np.log(2) / p["effect_half_life"]
    due = {round(day * steps): amount * dose for day, dose in CYCLES}
    gained, g, b = np.zeros(days + 1), 0.0, 0.0
    for step in range(days * steps):
        b += due.get(step, 0.0)
        before = 1 - p["maximal_effect"] * b / (b + p["half_effect_doses"])
        b *= np.exp(-fading * h)
        after = 1 - p["maximal_effect"] * b / (b + p["half_effect_doses"])
        g = g * np.exp(-k * h) + (before + after) / 2 * (1 - np.exp(-k * h))
        if (step + 1) % steps == 0:
            gained[(step + 1) // steps] = g
    return np.exp(-k * np.arange(days + 1)), gained


def half_up(values, decimals):
    return np.floor(values * 10**decimals + 0.5)


def observed(p, amount, rng, n):
    days = VISITS[-1]
    kept, gained = courses(p, amount, days)
    m = p["background_target"] * np.exp(np.sqrt(np.log1p(p["background_cv"] ** 2)) * rng.standard_normal(n))
    carried = np.exp(-1 / p["noise_days"])
    w = np.empty((days + 1, n))
    w[0] = p["noise_sd"] * rng.standard_normal(n)
    for day in range(1, days + 1):
        w[day] = carried * w[day - 1] + p["noise_sd"] * np.sqrt(1 - carried**2) * rng.standard_normal(n)
    return (kept[:, None] + gained[:, None] * m) * np.exp(w - w[0])


def thresholds(table, rng, n):
    present = {}
    for item in sorted(table, key=lambda item: item["item"] != "proteinuria"):
        here = rng.random(n) < float(item["prevalence"])
        if item["item"] in URINARY:
            here &= present["proteinuria"] | (rng.random(n) < 0.35)
        present[item["item"]] = here
    return {
        item["item"]: np.where(
            present[item["item"]],
            rng.beta(float(item["a"]), float(item["b"]), n),
            1.15 + rng.exponential(0.35 / float(item["prevalence"]), n),
        )
        for item in table
    }


def laboratory(x, threshold, usual):
    ratio = x / threshold["proteinuria"]
    platelets = 100 * (threshold["thrombocytopenia"] / x) ** 0.7
    leukocytes = 3 * np.sqrt(threshold["leukopenia"] / x)
    return {
        "urine_protein": half_up(np.clip(0.5 * np.where(ratio > 1, ratio**1.2, ratio**2.5), 0.03, 12), 2) / 100,
        "platelets": half_up(np.clip(platelets, 3, usual["platelets"]), 0),
        "leukocytes": half_up(np.clip(leukocytes, 0.3, usual["leukocytes"]), 2) / 100,
    }


def shown(item, x, threshold, values):
    if item == "proteinuria":
        return values["urine_protein"] > 0.5
    if item == "thrombocytopenia":
        return values["platelets"] < 100
    if item == "leukopenia":
        return values["leukocytes"] < 3
    return x > threshold


def chunk(table, p, amount, rng, n, add):
    x = observed(p, amount, rng, n)
    threshold = thresholds(table, rng, n)
    usual = {
        "platelets": np.clip(rng.normal(230, 50, n), 140, 400),
        "leukocytes": np.clip(rng.normal(6.5, 1.6, n), 4, 11),
    }
    first_pga = half_up(first := np.clip(rng.normal(2.25, 0.25, n), 1, 3), 1)
    area = np.concatenate([np.zeros((1, n)), np.cumsum((x[1:] + x[:-1]) / 2, axis=0)])
    endurance = rng.exponential(1, n)
    systems = sorted({item["system"] for item in table if item["system"]})
    baseline, score0, ill = {}, np.zeros(n), np.ones(n, bool)
    last_pga, last_new_a = first_pga, np.zeros(n, bool)
    for day in (0, *VISITS):
        values = laboratory(x[day], threshold, usual)
        now = {item["item"]: shown(item["item"], x[day], threshold[item["item"]], values) for item in table}
        for name, value in values.items():
            add(day, name, "all", value)
        score = sum(float(item["weight"]) * now[item["item"]] for item in table)
        if day == 0:
            score0, ill = score, score >= 8
            add(day, "at_least_8", "all", ill)
        for item in table:
            add(day, item["item"], "all", now[item["item"]])
        pga = first_pga if day == 0 else half_up(
            np.clip(first * x[day] ** 1.2 + rng.normal(0, 0.25, n), 0, 3), 1)
        new_a, new_b = np.zeros(n, bool), np.zeros(n, int)
        for system in systems:
            here = np.any([now[item["item"]] for item in table if item["system"] == system], axis=0)
            own = day > 0 and system in OWN_PART
            part = x[day] * np.exp(rng.normal(0, 0.15, n)) if own else x[day]
            worse = (part > 1.35) & (system in OWN_PART)
            if day == 0:
                baseline[system] = here
            new_a |= worse
            new_b += here & ~worse & (part > 0.5) & ~baseline[system]
        failed = area[day] * p["failure_hazard"] / 7 > endurance
        measures = {
            "activity": x[day], "score": score, "pga": pga / 10,
            "fall": score0 - score >= 4, "new_a": new_a, "two_new_b": new_b >= 2,
            "pga_rise": pga - first_pga >= 3, "treatment_failure": failed,
            "pga_step": np.abs(pga - last_pga) / 10, "new_a_again": new_a & last_new_a,
        }
        last_pga, last_new_a = pga, new_a
        measures["sri4"] = (
            measures["fall"] & ~new_a & (new_b <= 1) & ~measures["pga_rise"] & ~failed)
        for name, values in measures.items():
            add(day, name, "at_least_8", values[ill])


def main():
    table, p = items(), parameters()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["amount", "day", "measure", "among", "people", "mean", "sd"])
    for amount, seed in zip((1, 0), np.random.SeedSequence(SEED).spawn(2)):
        rng, sums = np.random.default_rng(seed), {}

        def add(day, measure, among, values):
            n, total, squares = sums.get((day, measure, among), (0, 0.0, 0.0))
            v = values.astype(float)
            sums[day, measure, among] = (n + v.size, total + v.sum(), squares + (v * v).sum())

        for _ in range(PEOPLE // CHUNK):
            chunk(table, p, amount, rng, CHUNK, add)
        for (day, measure, among), (n, total, squares) in sums.items():
            mean = total / n
            out.writerow([amount, day, measure, among, n, f"{mean:.6f}", f"{np.sqrt(max(0, squares / n - mean**2)):.6f}"])


if __name__ == "__main__":
    main()
