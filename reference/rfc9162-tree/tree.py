"""The Merkle tree of RFC 9162, section 2.1, by its recursive definition. Prints expected.csv."""
import hashlib

INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def root(entries: list[bytes]) -> bytes:
    if not entries:
        return sha256(b"")
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0])
    left = 1
    while 2 * left < len(entries):
        left *= 2
    return sha256(b"\x01" + root(entries[:left]) + root(entries[left:]))


print("size,last_entry,root")
entries: list[bytes] = []
print(f"0,,{root(entries).hex()}")
for text in INPUTS:
    entries.append(bytes.fromhex(text))
    print(f"{len(entries)},{text},{root(entries).hex()}")
