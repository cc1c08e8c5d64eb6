"""Study days and dates by the calendar of Python's standard library (3.8 or later): writes the tables beside it.

Day 1 is the day of randomisation, the day before it is day -1, there is no day 0. A dose is due on given days of a
cycle, day 1 of a cycle being the day of its dispensing visit. The visits and dose days are those of the study in
../cases/base. Run it in this folder: python3 schedule.py
"""
import csv
from datetime import date, timedelta

FIRST_DAYS = [date(2024, 2, 28), date(2025, 2, 28), date(2025, 12, 30), date(2026, 3, 2)]
DAYS = [-366, -60, -29, -8, -7, -2, -1, 1, 2, 3, 13, 29, 30, 57, 69, 85, 366]
VISITS = {"SCR": (-7, 7, 6), "D1": (1, 0, 0), "W4": (29, 1, 2), "W8": (57, 1, 2), "W12": (85, 3, 3)}
DISPENSING = ["D1", "W4", "W8"]
DOSE_DAYS = [1, 3, 5, 7, 9, 11, 13]


def calendar(first):
    """Every study day and its date, counted one by one from day 1 in both directions."""
    dates = {}
    for step in range(0, 400):
        dates[1 + step] = first + timedelta(days=step)
        dates[-1 - step] = first - timedelta(days=step + 1)
    return dates


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


write("days.csv", ["day_one", "day", "date"],
      [(first, day, calendar(first)[day]) for first in FIRST_DAYS for day in DAYS])

windows = []
for first in FIRST_DAYS:
    for visit, (day, before, after) in VISITS.items():
        ordered = sorted(calendar(first).items())
        at = [d for d, _ in ordered].index(day)
        windows.append((first, visit, ordered[at - before][1], ordered[at][1], ordered[at + after][1]))
write("windows.csv", ["day_one", "visit", "earliest", "planned", "latest"], windows)

first = FIRST_DAYS[-1]
doses = []
for cycle, visit in enumerate(DISPENSING):
    for day_of_cycle in DOSE_DAYS:
        study_day = VISITS[visit][0] + day_of_cycle - 1
        doses.append((len(doses) + 1, cycle, day_of_cycle - 1, study_day, first, calendar(first)[study_day]))
write("doses.csv", ["dose", "cycle", "days_into_cycle", "study_day", "day_one", "date"], doses)
