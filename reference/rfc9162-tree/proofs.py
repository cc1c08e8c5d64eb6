"""Inclusion and consistency proofs of RFC 9162, 2.1.3.1 and 2.1.4.1, by their recursive definitions. Prints proofs.csv."""
import hashlib

INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def split(n: int) -> int:
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def root(entries: list[bytes]) -> bytes:
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0])
    k = split(len(entries))
    return sha256(b"\x01" + root(entries[:k]) + root(entries[k:]))


def path(m: int, entries: list[bytes]) -> list[bytes]:
    if len(entries) == 1:
        return []
    k = split(len(entries))
    if m < k:
        return path(m, entries[:k]) + [root(entries[k:])]
    return path(m - k, entries[k:]) + [root(entries[:k])]


def subproof(m: int, entries: list[bytes], whole: bool) -> list[bytes]:
    if m == len(entries):
        return [] if whole else [root(entries)]
    k = split(len(entries))
    if m <= k:
        return subproof(m, entries[:k], whole) + [root(entries[k:])]
    return subproof(m - k, entries[k:], False) + [root(entries[:k])]


print("proof,first,second,hashes")
entries = [bytes.fromhex(text) for text in INPUTS]
for size in range(1, 9):
    for index in range(size):
        print(f"inclusion,{index},{size},{' '.join(h.hex() for h in path(index, entries[:size]))}")
for second in range(1, 9):
    for first in range(1, second + 1):
        print(f"consistency,{first},{second},{' '.join(h.hex() for h in subproof(first, entries[:second], True))}")
