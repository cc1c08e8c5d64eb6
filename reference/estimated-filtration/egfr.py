"""Glomerular filtration rate as two published equations estimate it, to fifty digits, rounded half up to two decimals."""

from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 50
D = Decimal


def ckd_epi_2021(creatinine, age, female):
    k, a = (D("0.7"), D("-0.241")) if female else (D("0.9"), D("-0.302"))
    share = creatinine / k
    rate = D(142) * min(share, D(1)) ** a * max(share, D(1)) ** D("-1.200") * D("0.9938") ** age
    return rate * D("1.012") if female else rate


def mdrd_4(creatinine, age, female, black):
    rate = D(175) * creatinine ** D("-1.154") * age ** D("-0.203")
    return rate * (D("0.742") if female else D(1)) * (D("1.212") if black else D(1))


def rounded(number):
    return number.quantize(D("0.01"), rounding=ROUND_HALF_UP)


print("creatinine,age,sex,ckd_epi_2021,mdrd_4,mdrd_4_black")
for creatinine in map(D, "0.2 0.5 0.6 0.69 0.7 0.71 0.8 0.89 0.9 0.91 1.0 1.2 1.5 2.0 3.3 6.0 12.5".split()):
    for age in map(D, "18 30 40 55 60 79.5 99".split()):
        for sex in ("female", "male"):
            female = sex == "female"
            figures = (
                ckd_epi_2021(creatinine, age, female),
                mdrd_4(creatinine, age, female, False),
                mdrd_4(creatinine, age, female, True),
            )
            print(creatinine, age, sex, *map(rounded, figures), sep=",")
