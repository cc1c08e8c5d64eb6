"""The second verifier of journal archives, written from docs/reference/journal-format.md alone.

    python3 equipoise_verify.py ARCHIVE [--key FILE] [--witness FILE]

Needs Python 3.9 or newer and, for Ed25519, the package `cryptography`. Exit codes: 0 verified, 1 rejected, 2 usage,
3 a file cannot be read. Numbers before the headings are sections of the format.
"""
import argparse
import base64
import hashlib
import json
import re
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NO_WITNESS = b"equipoise-witness 1\n"
MIB = 1 << 20
EXACT = 1 << 53
LENGTH = re.compile(rb"0|[1-9][0-9]*")
HEX = re.compile(rb"[0-9a-f]{64}")
NAME = re.compile(rb"[a-z0-9][a-z0-9._/-]{0,254}")
DIGITS = re.compile(r"[1-9][0-9]{0,15}")
ORIGIN = re.compile(r"equipoise/(?:[A-Za-z0-9._-]|%[0-9A-F]{2})*")


class Fault(Exception):
    """The first thing wrong: where, and a sentence."""

    def __init__(self, where, why):
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


def sha256(data):
    return hashlib.sha256(data).digest()


def signed(key, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


# 4. Canonical form


def members(pairs):
    """An object whose names ascend by UTF-16 code units, none twice."""
    last = None
    for name, _ in pairs:
        units = name.encode("utf-16-be", "surrogatepass")
        if last is not None and units <= last:
            raise ValueError(f"the name {name!r} is out of order or occurs twice")
        last = units
    return dict(pairs)


def no_number(text):
    raise ValueError(f"the number {text} is no integer")


def require_values(value, depth):
    """No null, no integer of 2^53 or more, nothing more than 64 deep."""
    if isinstance(value, (dict, list)):
        if depth > 64:
            raise ValueError("values are nested more than 64 deep")
        for inner in value.values() if isinstance(value, dict) else value:
            require_values(inner, depth + 1)
    elif value is None:
        raise ValueError("an absent value is an absent member, never null")
    elif type(value) is int and abs(value) >= EXACT:
        raise ValueError(f"{value} is not below 2^53")


def canonical(body):
    """The value whose canonical form these bytes are: whatever is written again must come out the same."""
    text = body.decode("utf-8")
    try:
        value = json.loads(text, object_pairs_hook=members, parse_float=no_number, parse_constant=no_number)
    except RecursionError:
        raise ValueError("values are nested more than 64 deep") from None
    require_values(value, 1)
    if json.dumps(value, ensure_ascii=False, separators=(",", ":")) != text:
        raise ValueError("it is not in canonical form")
    return value


# 5. Tree


def leaf_hash(body):
    return sha256(b"\x00" + body)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


class Tree:
    """The roots of the complete subtrees so far, the largest first; their sizes are the bits of the tree's size."""

    def __init__(self):
        self.size, self.subtrees = 0, []

    def add(self, leaf):
        size = self.size
        while size & 1:
            leaf = node_hash(self.subtrees.pop(), leaf)
            size >>= 1
        self.subtrees.append(leaf)
        self.size += 1

    def root(self):
        if not self.subtrees:
            return sha256(b"")
        root = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            root = node_hash(left, root)
        return root


# 1. Framing


class Bytes:
    """The file, and the place in it up to which it is sound."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def begins(self, ascii_bytes):
        return self.data.startswith(ascii_bytes, self.at)

    def line(self, where):
        end = self.data.find(b"\n", self.at, self.at + MIB)
        if end < 0:
            raise Fault(where, "a framing line does not end")
        line, self.at = self.data[self.at:end], end + 1
        return line

    def fields(self, where, word, *patterns):
        """The fields of a framing line after its first word."""
        fields = self.line(where).split(b" ")
        if fields[0] != word or len(fields) != 1 + len(patterns):
            raise Fault(where, "a framing line is not of the form it must have")
        for field, pattern in zip(fields[1:], patterns):
            if not pattern.fullmatch(field):
                raise Fault(where, "a field of a framing line is not of the form it must have")
        return fields[1:]

    def body(self, where, length, most):
        length = int(length) if len(length) < 10 else EXACT
        end = self.at + length
        if length > most or self.data[end:end + 1] != b"\n":
            raise Fault(where, "a body is too long, or does not end with its LF")
        body, self.at = self.data[self.at:end], end + 1
        return body


# 2. Protocol versions


def read_protocol(data, number):
    """The files of a protocol version as the manifest lists them, and the protocol hash."""
    where = f"protocol {number}"
    stated, count = data.fields(where, b"protocol", LENGTH, LENGTH)
    if stated != b"%d" % number:
        raise Fault(where, "its number is not the next")
    listed, protocol_hash, before = [], None, b""
    for _ in range(int(count) if len(count) < 10 else EXACT):
        name, length, file_hash = read_file(data, where, before)
        listed.append({"hash": file_hash, "length": length, "name": name.decode()})
        protocol_hash, before = file_hash if name == b"conduct.json" else protocol_hash, name
    if protocol_hash is None:
        raise Fault(where, "it has no conduct.json")
    return {"files": listed, "number": number}, protocol_hash


def read_file(data, section, before):
    end = data.data.find(b"\n", data.at, data.at + MIB)
    fields = data.data[data.at:max(end, 0)].split(b" ")
    named = end >= 0 and len(fields) == 4 and all(fields[:3]) and NAME.fullmatch(fields[3])
    where = f"file {fields[3].decode()}" if named else section
    length, stated, name = data.fields(where, b"file", LENGTH, HEX, NAME)
    if name <= before:
        raise Fault(where, "its name does not come after the one before")
    body = data.body(where, length, 16 * MIB)
    if sha256(body).hex() != stated.decode():
        raise Fault(where, "its body is not what its hash says")
    return name, len(body), stated.decode()


# 3. Events


def read_event(body):
    """The members of an event that a verifier looks at: seq, at, protocol, and what it activates, if anything."""
    event = canonical(body)
    kinds = {"actor": dict, "at": int, "body": dict, "command": str, "event": str, "protocol": int, "seq": int,
             "version": int}
    if type(event) is not dict or {name: type(value) for name, value in event.items()} != kinds:
        raise ValueError("its members are not those of an event")
    if {name: type(value) for name, value in event["actor"].items()} != {"id": str, "role": str}:
        raise ValueError("its actor has not an id and a role")
    if event["version"] < 1:
        raise ValueError("its version is less than 1")
    activated = None
    if event["event"] == "ProtocolActivated":
        number, conduct = event["body"].get("number"), event["body"].get("hash")
        if type(number) is not int or type(conduct) is not str or not HEX.fullmatch(conduct.encode()):
            raise ValueError("it activates no protocol version")
        activated = number, conduct
    return event["seq"], event["at"], event["protocol"], activated


class Order:
    """Whether each event may stand after those before it."""

    def __init__(self, protocol_hashes):
        self.protocol_hashes, self.at, self.in_force = protocol_hashes, -EXACT, 0

    def take(self, event, seq):
        stated, at, protocol, activated = event
        if stated != seq:
            raise ValueError(f"its seq is {stated}")
        if at < self.at:
            raise ValueError("it is before the event that precedes it")
        if activated:
            number, conduct = activated
            if not (1 <= number <= len(self.protocol_hashes) and self.protocol_hashes[number - 1] == conduct):
                raise ValueError("it activates a protocol that the archive does not hold")
            self.in_force = number
        if protocol != self.in_force:
            raise ValueError(f"it names protocol {protocol}, but {self.in_force} is in force")
        self.at = at


# 6. Manifest, 7. Verification


def likeness(word, found):
    return sum(letter in found[max(i - 1, 0):i + 2] for i, letter in enumerate(word))


def misplaced(data, seq, protocols):
    """Where neither an event nor the manifest begins."""
    found = data.data[data.at:data.at + 40]
    best = max((b"event", b"manifest", b"protocol", b"file"), key=lambda word: likeness(word, found))
    places = {b"event": f"event {seq}", b"manifest": "manifest", b"protocol": f"protocol {protocols + 1}",
              b"file": f"protocol {protocols}"}
    return Fault(places[best] if found else "manifest", "an event or the manifest must begin here")


def check_manifest(body, protocols, tree, key):
    manifest = canonical(body)
    if type(manifest) is not dict or set(manifest) != {"format", "key", "protocols", "root", "size", "study"}:
        raise ValueError("its members are not those of a manifest")
    if type(manifest["study"]) is not str or type(manifest["format"]) is not int or type(manifest["size"]) is not int:
        raise ValueError("its study, format or size is no study, format or size")
    for name, held in ("format", 1), ("protocols", protocols), ("size", tree.size), ("root", tree.root().hex()), \
            ("key", sha256(key).hex()):
        if manifest[name] != held:
            raise ValueError(f"its {name} is not that of this archive")
    return manifest["study"]


def verify(archive, key, witness=NO_WITNESS):
    """Raises the first Fault, or answers study, size, root and how many checkpoints agree."""
    checkpoints = read_witness(witness, key)
    data, tree, protocols, hashes, agree = Bytes(archive), Tree(), [], [], 0
    if data.line("header") != b"equipoise-journal 1":
        raise Fault("header", "this is no archive of format 1")
    while data.begins(b"protocol "):
        listed, protocol_hash = read_protocol(data, len(protocols) + 1)
        protocols.append(listed)
        hashes.append(protocol_hash)
    order = Order(hashes)
    while data.begins(b"event "):
        where = f"event {tree.size + 1}"
        length, stated = data.fields(where, b"event", LENGTH, HEX)
        body = data.body(where, length, MIB)
        leaf = leaf_hash(body)
        if leaf.hex() != stated.decode():
            raise Fault(where, "its body is not what its leaf hash says")
        try:
            order.take(read_event(body), tree.size + 1)
        except ValueError as fault:
            raise Fault(where, str(fault)) from None
        tree.add(leaf)
        if agree < len(checkpoints) and checkpoints[agree].size == tree.size:
            if checkpoints[agree].root != tree.root():
                sound = checkpoints[agree - 1].size if agree else 0
                raise Fault(f"events {sound + 1} to {tree.size}", "they are not as they were witnessed")
            agree += 1
    if not data.begins(b"manifest "):
        raise misplaced(data, tree.size + 1, len(protocols))
    manifest = data.body("manifest", *data.fields("manifest", b"manifest", LENGTH), MIB)
    try:
        study = check_manifest(manifest, protocols, tree, key)
    except ValueError as fault:
        raise Fault("manifest", str(fault)) from None
    signature, = data.fields("signature", b"signature", re.compile(rb"[0-9a-f]{128}"))
    if not signed(key, bytes.fromhex(signature.decode()), manifest):
        raise Fault("signature", "the trusted key did not sign this manifest")
    if data.at != len(archive):
        raise Fault("end", "the file goes on after the signature")
    if checkpoints and checkpoints[0].origin != origin_of(study):
        raise Fault("checkpoint 1", "it is of another study")
    if agree < len(checkpoints):
        raise Fault(f"events {tree.size + 1} to {checkpoints[agree].size}", "they were witnessed and are missing")
    return study, tree.size, tree.root(), agree


# 8. Checkpoints, 9. The witness file


def origin_of(study):
    plain = re.compile(r"[A-Za-z0-9._-]")
    return "equipoise/" + "".join(
        chr(b) if plain.fullmatch(chr(b)) else f"%{b:02X}" for b in study.encode("utf-8"))


def unbase64(text, length=None):
    """Base64 in the one form a writer would give."""
    data = base64.b64decode(text.encode("ascii"), validate=True)
    if base64.b64encode(data).decode() != text or length not in (None, len(data)):
        raise ValueError("this is not the base64 of what must stand here")
    return data


class Checkpoint:
    """The first five of some lines, which are removed; each line was ended by LF."""

    def __init__(self, lines, key):
        if len(lines) < 5:
            raise ValueError("a checkpoint has five lines")
        self.lines = lines[:5]
        del lines[:5]
        self.origin, size, root, empty, last = self.lines
        if not ORIGIN.fullmatch(self.origin) or not DIGITS.fullmatch(size) or int(size) >= EXACT or empty:
            raise ValueError("this is no checkpoint")
        self.size, self.root = int(size), unbase64(root, 32)
        name = f"\u2014 {self.origin} "
        named = unbase64(last[len(name):], 68)
        key_id = sha256(self.origin.encode() + b"\n\x01" + key)[:4]
        text = "".join(line + "\n" for line in self.lines[:3]).encode()
        if not last.startswith(name) or named[:4] != key_id or not signed(key, named[4:], text):
            raise ValueError("the trusted key did not sign this checkpoint")


def read_witness(data, key):
    checkpoints = []
    try:
        first, *lines = data.decode("utf-8").split("\n")
    except ValueError:
        raise Fault("witness", "it is not UTF-8") from None
    if first != "equipoise-witness 1" or not lines:
        raise Fault("witness", "its first line is not that of a witness file")
    unended = lines.pop()
    while lines or unended:
        where = f"checkpoint {len(checkpoints) + 1}"
        try:
            checkpoint = Checkpoint(lines, key)
        except ValueError as fault:
            raise Fault(where, str(fault)) from None
        if checkpoints and (checkpoints[-1].origin != checkpoint.origin or checkpoints[-1].size >= checkpoint.size):
            raise Fault(where, "it is of another study, or not larger than the one before")
        checkpoints.append(checkpoint)
    return checkpoints


# The program


def read_key(path):
    line = re.fullmatch(rb"equipoise-key ed25519 ([0-9a-f]{64})\n", read_bytes(path))
    if not line:
        raise OSError(f"{path} is no key file")
    return bytes.fromhex(line.group(1).decode())


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def run(parser, check):
    """Parses the command line, prints what the check answers, and ends with the exit code."""
    given = parser.parse_args()
    try:
        for line in check(given):
            print(line)
    except OSError as fault:
        print(f"A file cannot be read: {fault}", file=sys.stderr)
        sys.exit(3)
    except Fault as fault:
        print(f"Rejected: {fault}")
        sys.exit(1)


def check_archive(given):
    key = read_key(given.key or given.archive + ".key")
    witness = read_bytes(given.witness) if given.witness else NO_WITNESS
    study, size, root, agree = verify(read_bytes(given.archive), key, witness)
    yield f"Verified: {size} events of the study {study!r}, root {root.hex()}; {agree} checkpoints agree."
    if not given.key:
        yield "The key was found beside the archive: that proves only that the two belong together."


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Checks a journal archive.")
    parser.add_argument("archive")
    parser.add_argument("--key")
    parser.add_argument("--witness")
    run(parser, check_archive)
