"""Tests of the second verifier: python3 -m unittest discover -s verifier/src/test/python (from the root of the clone)."""
import base64
import csv
import pathlib
import sys
import unittest

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "verifier/src/python"))

import equipoise_proofs as proofs  # noqa: E402
import equipoise_verify as verifier  # noqa: E402

APPROVED = ROOT / "journal/src/test/resources/approved-archive/small-trial.v1"
ARCHIVE = APPROVED.read_bytes()
KEY = verifier.read_key(str(APPROVED) + ".key")
SECRET = Ed25519PrivateKey.from_private_bytes(bytes(32))
ORIGIN = "equipoise/il2-lupus"


def where(archive, witness=verifier.NO_WITNESS):
    try:
        verifier.verify(archive, KEY, witness)
    except verifier.Fault as fault:
        return fault.where
    return "verified"


def bodies():
    lines = ARCHIVE.split(b"\n")
    return [lines[i + 1] for i, line in enumerate(lines) if line.startswith(b"event ")]


def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return verifier.node_hash(root(leaves[:k]), root(leaves[k:]))


def note(size, tree_root, origin=ORIGIN, key=SECRET):
    text = f"{origin}\n{size}\n{base64.b64encode(tree_root).decode()}\n"
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    named = verifier.sha256(origin.encode() + b"\n\x01" + public)[:4] + key.sign(text.encode())
    return f"{text}\n\u2014 {origin} {base64.b64encode(named).decode()}\n".encode()


LEAVES = [verifier.leaf_hash(body) for body in bodies()]


class Archives(unittest.TestCase):
    def test_the_approved_archive_is_verified(self):
        self.assertEqual(where(ARCHIVE), "verified")

    def test_every_changed_byte_is_found_and_named(self):
        for at in range(len(ARCHIVE)):
            changed = bytearray(ARCHIVE)
            changed[at] ^= 1 << at % 8
            self.assertNotEqual(where(bytes(changed)), "verified", at)
        self.assertEqual(where(ARCHIVE.replace(b"2016-02-29", b"2016-02-28")), "event 3")

    def test_every_truncation_is_found(self):
        for length in range(len(ARCHIVE)):
            self.assertNotEqual(where(ARCHIVE[:length]), "verified", length)
        self.assertEqual(where(ARCHIVE + b"\n"), "end")


class Canonical(unittest.TestCase):
    def test_what_is_canonical_is_read(self):
        for text in '{}', '{"a":[1,-2,true,{"b":"\\u001f\\n\\"\\\\"}]}', '{"\U0001f600":1,"\uffff":2}', \
                '{"a":9007199254740991}', "[" * 64 + "]" * 64:
            self.assertIsNotNone(verifier.canonical(text.encode()))

    def test_what_is_not_is_refused(self):
        for text in '{ }', '{"b":1,"a":2}', '{"a":1,"a":2}', '{"a":null}', '{"a":1.0}', '{"a":1e3}', '{"a":-0}', \
                '{"a":01}', '{"a":9007199254740992}', '{"\uffff":2,"\U0001f600":1}', '{"a":"\\u0041"}', \
                '{"a":"\\/"}', '{"a":"\\ud800"}', '{"a":"\\u001F"}', '{"a":NaN}', "[" * 65 + "]" * 65, \
                "[" * 100000, '{"a":"\x01"}', "", "\ufeff{}", '{}\n':
            with self.assertRaises(ValueError, msg=text[:40]):
                verifier.canonical(text.encode())
        with self.assertRaises(ValueError):
            verifier.canonical(b'{"a":"\xed\xa0\x80"}')


class Witnesses(unittest.TestCase):
    def witness(self, *notes):
        return verifier.NO_WITNESS + b"".join(notes)

    def test_what_was_witnessed_agrees_or_names_the_interval(self):
        good = [note(n, root(LEAVES[:n])) for n in range(1, 6)]
        self.assertEqual(where(ARCHIVE, self.witness(*good)), "verified")
        bad = note(4, bytes(32))
        self.assertEqual(where(ARCHIVE, self.witness(good[1], bad)), "events 3 to 4")
        self.assertEqual(where(ARCHIVE, self.witness(good[1], note(9, bytes(32)))), "events 6 to 9")
        self.assertEqual(where(ARCHIVE, self.witness(good[1], good[0])), "checkpoint 2")
        self.assertEqual(where(ARCHIVE, self.witness(note(3, root(LEAVES[:3]), "equipoise/other"))), "checkpoint 1")
        other = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
        self.assertEqual(where(ARCHIVE, self.witness(good[0], note(3, root(LEAVES[:3]), key=other))), "checkpoint 2")
        self.assertEqual(where(ARCHIVE, b"equipoise-witness 2\n"), "witness")

    def test_every_changed_byte_is_found(self):
        honest = self.witness(note(2, root(LEAVES[:2])), note(5, root(LEAVES)))
        for at in range(len(honest)):
            changed = bytearray(honest)
            changed[at] ^= 1 << at % 8
            self.assertNotEqual(where(ARCHIVE, bytes(changed)), "verified", at)


class Proofs(unittest.TestCase):
    """The vectors of reference/rfc9162-tree."""

    def setUp(self):
        folder = ROOT / "reference/rfc9162-tree"
        rows = csv.DictReader((folder / "expected.csv").read_text().splitlines())
        entries = [bytes.fromhex(row["last_entry"]) for row in rows][1:]
        self.leaves = [verifier.leaf_hash(entry) for entry in entries]
        self.rows = list(csv.DictReader((folder / "proofs.csv").read_text().splitlines()))

    def test_consistency_proofs_hold_and_changed_ones_do_not(self):
        rows = [row for row in self.rows if row["proof"] == "consistency"]
        self.assertEqual(len(rows), 36)
        for row in rows:
            first, second = int(row["first"]), int(row["second"])
            hashes = [bytes.fromhex(text) for text in row["hashes"].split()]
            earlier = note(first, root(self.leaves[:first]))
            self.assertEqual(proofs.verify_growth(self.growth(first, second, hashes), earlier, KEY).size, second)
            wrong = note(first, root(self.leaves[:first][::-1])) if first > 1 else note(first, bytes(32))
            with self.assertRaises(verifier.Fault):
                proofs.verify_growth(self.growth(first, second, hashes), wrong, KEY)
            for i in range(len(hashes)):
                with self.assertRaises(verifier.Fault):
                    proofs.verify_growth(self.growth(first, second, hashes[:i] + hashes[i + 1:]), earlier, KEY)

    def growth(self, first, second, hashes):
        lines = "".join(base64.b64encode(h).decode() + "\n" for h in hashes)
        return f"old {first}\n{lines}\n".encode() + note(second, root(self.leaves[:second]))

    def test_inclusion_proofs_lead_to_the_root(self):
        for row in self.rows:
            if row["proof"] == "inclusion":
                index, size = int(row["first"]), int(row["second"])
                found = [self.leaves[index]]

                def join(other, right):
                    pair = (other, found[0]) if right else (found[0], other)
                    found[0] = verifier.node_hash(*pair)

                proofs.fold(index, size - 1, [bytes.fromhex(text) for text in row["hashes"].split()], join)
                self.assertEqual(found[0], root(self.leaves[:size]))

    def test_a_receipt_holds_and_a_changed_one_does_not(self):
        leaves = LEAVES
        body = bodies()[2]
        hashes = [leaves[3], root(leaves[:2]), leaves[4]]
        lines = "".join(base64.b64encode(h).decode() + "\n" for h in hashes)
        extra = base64.b64encode(body).decode()
        receipt = f"c2sp.org/tlog-proof@v1\nextra {extra}\nindex 2\n{lines}\n".encode() + note(5, root(leaves))
        self.assertEqual(proofs.verify_receipt(receipt, KEY)[:2], (3, body))
        for at in range(len(receipt)):
            changed = bytearray(receipt)
            changed[at] ^= 1
            with self.assertRaises(verifier.Fault, msg=at):
                proofs.verify_receipt(bytes(changed), KEY)


if __name__ == "__main__":
    unittest.main()
