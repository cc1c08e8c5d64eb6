"""Texts under a participant's key, written from docs/reference/journal-format.md, section 12, alone.

    python3 texts.py > expected.csv

Each line: the key, the participant, the place, the text in UTF-8, the ciphertext, all but the places and identifiers in
hexadecimal.
"""
import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CASES = [
    (bytes(32), "S01-0001", "412.3", "fell on the stairs"),
    (bytes(range(32)), "S01-0001", "412.reason", "fell on the stairs"),
    (bytes(range(32)), "S01-0002", "412.reason", "fell on the stairs"),
    (b"\xff" * 32, "A-0007", "9007199254740991.verbatim", ""),
    (b"\x5a" * 32, "A-0007", "1.1", "x" * 126),
    (b"\x5a" * 32, "A-0007", "1.1", "x" * 127),
    (b"\x5a" * 32, "李-0001", "7.12", "患者说：\0“不想再来” 🛫"),
    (b"\x5a" * 32, "A-0007", "2.verbatim", "🛫" * 1000),
]


def mac(key, text):
    return hmac.new(key, text, hashlib.sha256).digest()


def concealed(secret, participant, place, text):
    plain = text.encode()
    padded = struct.pack(">H", len(plain)) + plain
    padded += bytes(-len(padded) % 128)
    nonce = mac(mac(secret, b"equipoise personal nonce"), place.encode() + b"\0" + plain)[:12]
    key = mac(secret, b"equipoise personal text")
    return nonce + AESGCM(key).encrypt(nonce, padded, f"{participant} {place}".encode())


for secret, participant, place, text in CASES:
    print(secret.hex(), participant, place, text.encode().hex(), concealed(secret, participant, place, text).hex(), sep=",")
