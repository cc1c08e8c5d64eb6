"""Many virtual people from the model's equations, array by array: what shares of them show what, and when.

Follows the model's page and shares no code with it; random numbers are NumPy's. A fixed step of ten minutes, which is short enough
for the fastest of them (asserted). Writes one line for each arm, day and measure.
"""
import csv
import os
import sys

import numpy as np

from model import CYCLES, HERE, parameters

ARMS = ((1e6, 80_000), (0.0, 400_000))
CHUNK, SEED = 4_000, 20200119
VISITS = (14, 28, 42, 56, 70, 84, 112, 140, 168)
OWN_PART = ("mucocutaneous", "musculoskeletal", "renal", "haematological")
URINARY = ("urinary_casts", "haematuria", "pyuria")
STEPS_A_DAY, FAST_DAYS = 144, 20


def items():
    with open(os.path.join(HERE, "items.csv"), newline="") as lines:
        return list(csv.DictReader(lines))


def half_up(values, decimals):
    return np.floor(values * 10**decimals + 0.5)


def people(p, rng, n):
    def spread(name, median=None):
        cv = p[name + "_cv"]
        return (p[name] if median is None else median) * np.exp(np.sqrt(np.log1p(cv**2)) * rng.standard_normal(n))

    share = spread("treg_share", 1.0)
    logit = np.log(p["bioavailability"] / (1 - p["bioavailability"])) + p["bioavailability_spread"] * rng.standard_normal(n)
    volume = spread("volume")
    k = {
        "ka": 24 * spread("absorption_rate"), "CL": 24 * spread("clearance") / volume,
        "Vmax": 24 * spread("uptake_maximum") / (1000 * volume), "ECt": spread("treg_half"),
        "kout": spread("treg_turnover"), "pmax": spread("treg_growth"), "kr": np.log(2) / spread("effector_half_life"),
        "ks": spread("suppression") / np.sqrt(share), "m": spread("background_target"), "T0": p["treg_share"] * share,
    }
    k["in"] = k["ka"] / (1 + np.exp(-logit)) / (1000 * volume)
    assert (k["CL"] + 3 * k["Vmax"] / p["uptake_half"]).max() < 2.7 * STEPS_A_DAY
    return k


def courses(p, k, amount, days):
    """X and T on whole days; Runge and Kutta's classical method for A, C, R, T and E, exponential trapezoids for X."""
    krec, kX, h = np.log(2) / p["competence_half_life"], np.log(2) / p["activity_half_life"], p["effector_exponent"]
    n = k["m"].size

    def slope(y):
        A, C, R, T, E = y
        H = C / (k["ECt"] + C)
        x = np.maximum(T - 1, 0)
        return np.array([
            -k["ka"] * A,
            k["in"] * A - k["CL"] * C - k["Vmax"] * T * C / (p["uptake_half"] + C),
            krec * (1 - R) - p["competence_loss"] * H * R,
            k["kout"] * (1 - T) + k["pmax"] * R * H * T * (1 - T / p["treg_ceiling"]),
            k["kr"] * (1 - E) + k["ks"] * x * (p["effector_goal"] - E),
        ])

    X, treg = np.ones((days + 1, n)), np.ones((days + 1, n))
    if amount == 0:
        t = np.arange(days + 1)[:, None]
        return k["m"] + (1 - k["m"]) * np.exp(-kX * t), treg
    y = np.array([np.zeros(n), np.zeros(n), np.ones(n), np.ones(n), np.ones(n)])
    for day in range(days):
        if day in CYCLES:
            y[0] += amount
        fast = day < 84 and day % 28 < FAST_DAYS
        if not fast:
            y[:2] = 0
        steps = STEPS_A_DAY if fast else 8
        dt, x = 1 / steps, X[day]
        for step in range(steps):
            before = y[4] ** h if not fast or step % 6 == 0 else before
            k1 = slope(y)
            k2 = slope(y + dt / 2 * k1)
            k3 = slope(y + dt / 2 * k2)
            k4 = slope(y + dt * k3)
            y = y + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
            if not fast or step % 6 == 5:
                span = dt * (6 if fast else 1)
                kept = np.exp(-kX * span)
                x = x * kept + k["m"] * (before + y[4] ** h) / 2 * (1 - kept)
        X[day + 1], treg[day + 1] = x, y[3]
    return X, treg


def noise(p, rng, n, days):
    carried = np.exp(-1 / p["noise_days"])
    w = np.empty((days + 1, n))
    w[0] = p["noise_sd"] * rng.standard_normal(n)
    for day in range(1, days + 1):
        w[day] = carried * w[day - 1] + p["noise_sd"] * np.sqrt(1 - carried**2) * rng.standard_normal(n)
    return np.exp(w - w[0])


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


def prednisone(x, failed_on, rng, n):
    """mg a day on each day: reviewed every 14 days until day 84, then every 28."""
    first = np.clip(1.25 * half_up(13.75 * np.exp(0.6 * rng.standard_normal(n)) / 1.25, 0), 1.25, 60)
    first[rng.random(n) < 0.05] = 0
    dose, courses = first.copy(), np.empty_like(x)
    for day in range(x.shape[0]):
        gone = failed_on <= day
        courses[day] = np.where(gone, np.maximum(np.minimum(first + 20, 60), first + 1.25), dose)
        if day >= 14 and (day % 14 == 0 if day <= 84 else (day - 84) % 28 == 0):
            less = np.maximum(5, np.minimum(1.25 * half_up(0.9 * dose / 1.25, 0), dose - 1.25))
            dose = np.where((dose > 5) & (x[day] < 0.8) & ~(failed_on <= day), less, dose)
    return courses


def chunk(table, p, amount, rng, n, add):
    days = VISITS[-1]
    k = people(p, rng, n)
    X, treg = courses(p, k, amount, days)
    x = X * noise(p, rng, n, days)
    threshold = thresholds(table, rng, n)
    first = np.clip(rng.normal(2.25, 0.25, n), 1, 3)
    first_pga = half_up(first, 1)
    area = np.concatenate([np.zeros((1, n)), np.cumsum((x[1:] + x[:-1]) / 2, axis=0)])
    lived_through = area * p["failure_hazard"] / 7 > rng.exponential(1, n)
    failed_on = np.where(lived_through.any(axis=0), lived_through.argmax(axis=0), 10**6)
    tablets = prednisone(x, failed_on, rng, n)
    systems = sorted({item["system"] for item in table if item["system"]})
    baseline, score0, ill = {}, np.zeros(n), np.ones(n, bool)
    for day in (0, *VISITS):
        now = {item["item"]: x[day] > threshold[item["item"]] for item in table}
        score = sum(float(item["weight"]) * now[item["item"]] for item in table)
        if day == 0:
            score0, ill = score, score >= 8
            add(day, "at_least_8", "all", ill)
        pga = first_pga if day == 0 else half_up(np.clip(first * x[day] ** 1.2 + rng.normal(0, 0.25, n), 0, 3), 1)
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
        measures = {
            "activity": X[day], "observed_activity": x[day], "score": score, "pga": pga / 10, "prednisone": tablets[day],
            "treg_percent": half_up(k["T0"] * treg[day] * np.exp(rng.normal(0, 0.05, n)), 1) / 10,
            "fall": score0 - score >= 4, "new_a": new_a, "two_new_b": new_b >= 2,
            "pga_rise": pga - first_pga >= 3, "failed": failed_on <= day,
        }
        measures["sri4"] = (
            measures["fall"] & ~new_a & (new_b <= 1) & ~measures["pga_rise"] & ~measures["failed"])
        measures |= now
        for name, values in measures.items():
            add(day, name, "at_least_8", values[ill])


def main():
    table, p = items(), parameters()
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["amount", "day", "measure", "among", "people", "mean", "sd"])
    for (amount, count), seed in zip(ARMS, np.random.SeedSequence(SEED).spawn(len(ARMS))):
        rng, sums = np.random.default_rng(seed), {}

        def add(day, measure, among, values):
            n, total, squares = sums.get((day, measure, among), (0, 0.0, 0.0))
            v = values.astype(float)
            sums[day, measure, among] = (n + v.size, total + v.sum(), squares + (v * v).sum())

        for _ in range(count // CHUNK):
            chunk(table, p, amount, rng, CHUNK, add)
        for (day, measure, among), (n, total, squares) in sums.items():
            mean = total / n
            out.writerow([f"{amount:.0f}", day, measure, among, n, f"{mean:.6f}", f"{np.sqrt(max(0, squares / n - mean**2)):.6f}"])


if __name__ == "__main__":
    main()
