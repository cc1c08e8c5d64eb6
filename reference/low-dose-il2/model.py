"""The equations of the page `low-dose-il2.md`, written anew: per day, IU and IU/mL. Shares no code with the product."""
import csv
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
STATES = ("A", "C", "R", "T", "S", "N", "E", "X", "linear", "by_treg")
CYCLES = [cycle + day for cycle in (0, 28, 56) for day in range(0, 14, 2)]


def parameters():
    with open(os.path.join(HERE, "parameters.csv"), newline="") as lines:
        return {line["parameter"]: float(line["value"]) for line in csv.DictReader(lines)}


def rates(p):
    """One person's constants from parameters in the page's units; what is an array stays one."""
    ln2 = np.log(2)
    return {
        "ka": 24 * p["absorption_rate"], "F": p["bioavailability"], "ml": 1000 * p["volume"],
        "CL": 24 * 1000 * p["clearance"], "Vmax": 24 * p["uptake_maximum"], "Km": p["uptake_half"],
        "ECt": p["treg_half"], "krec": ln2 / p["competence_half_life"], "kdes": p["competence_loss"],
        "kout": p["treg_turnover"], "pmax": p["treg_growth"], "cap": p["treg_ceiling"],
        "kS": p["receptor_turnover"], "eS": p["receptor_gain"],
        "ECn": p["nk_half"], "kN": p["nk_turnover"], "pN": p["nk_growth"], "capN": p["nk_ceiling"],
        "kr": ln2 / p["effector_half_life"], "ks": p["suppression"], "goal": p["effector_goal"],
        "h": p["effector_exponent"], "kX": ln2 / p["activity_half_life"], "m": p["background_target"],
    }


def slopes(_, y, k):
    A, C, R, T, S, N, E, X, _, _ = y
    H, HN = C / (k["ECt"] + C), C / (k["ECn"] + C)
    linear, by_treg = k["CL"] * C, k["Vmax"] * T * C / (k["Km"] + C)
    x = np.maximum(T - 1, 0)
    return [
        -k["ka"] * A,
        (k["F"] * k["ka"] * A - linear - by_treg) / k["ml"],
        k["krec"] * (1 - R) - k["kdes"] * H * R,
        k["kout"] * (1 - T) + k["pmax"] * R * H * T * (1 - T / k["cap"]),
        k["kS"] * (1 + k["eS"] * H * T - S),
        k["kN"] * (1 - N) + k["pN"] * HN * N * (1 - N / k["capN"]),
        k["kr"] * (1 - E) + k["ks"] * x * (k["goal"] - E),
        k["kX"] * (k["m"] * E ** k["h"] - X),
        linear,
        by_treg,
    ]


def start():
    return np.array([0, 0, 1, 1, 1, 1, 1, 1, 0, 0], float)
