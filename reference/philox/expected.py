"""First draws of some streams, by NumPy's Philox and the definitions of the transforms.

Run in this folder: python3 expected.py. It first checks NumPy against known-answers.csv.
"""

import csv
import hashlib
import math

import numpy
import scipy
from scipy.special import ndtri

MASK = (1 << 64) - 1


def philox(key, counter):
    """NumPy raises word 0 of the counter before each block."""
    return numpy.random.Philox(key=numpy.array(key, dtype=numpy.uint64), counter=numpy.array(counter, dtype=numpy.uint64))


def check_known_answers():
    for row in csv.DictReader(open("known-answers.csv")):
        word = lambda name: int(row[name], 16)
        whole = sum(word(f"counter{i}") << (64 * i) for i in range(4))
        before = (whole - 1) % (1 << 256)
        counter = [(before >> (64 * i)) & MASK for i in range(4)]
        draws = philox([word("key0"), word("key1")], counter).random_raw(4)
        assert [int(d) for d in draws] == [word(f"word{i}") for i in range(4)], row


def seed_of(number):
    digest = hashlib.sha256(f"equipoise seed {number}".encode()).digest()
    return [int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:16], "big")]


def key_of(words):
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")


class Stream:
    def __init__(self, seed, a, b, c):
        self.bits = philox(seed, [0, a & MASK, b & MASK, c & MASK])

    def next_long(self):
        return int(self.bits.random_raw())

    def uniform(self):
        return (self.next_long() >> 11) * 2.0**-53

    def open_uniform(self):
        return ((self.next_long() >> 12) + 0.5) * 2.0**-52

    def index(self, bound):
        while True:
            product = self.next_long() * bound
            if product & MASK >= (1 << 64) % bound:
                return product >> 64

    def normal(self):
        return float(ndtri(self.open_uniform()))

    def exponential(self, mean):
        return -mean * math.log(self.open_uniform())

    def bernoulli(self, p):
        return int(self.uniform() < p)

    def gamma_log(self, shape):
        if shape < 1:
            lifted = self.gamma_log(shape + 1)
            return lifted + math.log(self.open_uniform()) / shape
        d = shape - 1 / 3
        while True:
            x = self.normal()
            v = (1 + x / math.sqrt(9 * d)) ** 3
            if v > 0 and math.log(self.open_uniform()) < x * x / 2 + d - d * v + d * math.log(v):
                return math.log(d * v)

    def beta(self, a, b):
        x = self.gamma_log(a)
        y = self.gamma_log(b)
        return 1 / (1 + math.exp(y - x))

    def shuffled(self, size):
        elements = list(range(size))
        for last in range(size - 1, 0, -1):
            other = self.index(last + 1)
            elements[last], elements[other] = elements[other], elements[last]
        return " ".join(map(str, elements))


TRANSFORMS = {
    "nextLong": lambda s: f"{s.next_long():016x}",
    "uniform": lambda s: repr(s.uniform()),
    "openUniform": lambda s: repr(s.open_uniform()),
    "index 6": lambda s: str(s.index(6)),
    "index 2147483647": lambda s: str(s.index(2147483647)),
    "normal": lambda s: repr(s.normal()),
    "exponential 2.5": lambda s: repr(s.exponential(2.5)),
    "bernoulli 0.3": lambda s: str(s.bernoulli(0.3)),
    "beta 2 3": lambda s: repr(s.beta(2, 3)),
    "beta 0.4 0.2": lambda s: repr(s.beta(0.4, 0.2)),
    "shuffle 8": lambda s: s.shuffled(8),
}

STREAMS = [
    ("1", [0, 0, 0]),
    ("1", [1, 2, 3]),
    ("20260101", [key_of("unit 7"), key_of("measurement"), 1]),
    ("-9223372036854775808", [-1, 1 << 62, -(1 << 63)]),
]


def signed(word):
    word &= MASK
    return word - (1 << 64) if word >> 63 else word


def main():
    check_known_answers()
    with open("expected.csv", "w", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["seed", "key", "a", "b", "c", "transform", "draws"])
        for seed, place in STREAMS:
            key = seed_of(int(seed))
            for name, draw in TRANSFORMS.items():
                stream = Stream(key, *place)
                draws = "; ".join(draw(stream) for _ in range(9))
                rows.writerow([seed, f"{key[0]:016x}{key[1]:016x}", *map(signed, place), name, draws])
    print("NumPy", numpy.__version__, "SciPy", scipy.__version__)


main()
