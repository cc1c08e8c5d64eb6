"""Judges archives that come through a pipe: `<length of archive> <length of witness file>` LF, and both, one after the
other. Answers a line each: `verified`, or where the archive is rejected. The argument is the key in hexadecimal.

What an event's bytes say does not depend on the archive they stand in, so it is kept from one archive to the next; every
hash, the whole tree and all else is computed anew for each.
"""
import functools
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[4] / "verifier/src/python"))

import equipoise_verify as verifier  # noqa: E402

verifier.read_event = functools.lru_cache(maxsize=1 << 16)(verifier.read_event)


def where(archive, key, witness):
    try:
        verifier.verify(archive, key, witness)
    except verifier.Fault as fault:
        return fault.where
    return "verified"


key = bytes.fromhex(sys.argv[1])
while lengths := sys.stdin.buffer.readline():
    archive, witness = (sys.stdin.buffer.read(int(length)) for length in lengths.split())
    sys.stdout.write(where(archive, key, witness) + "\n")
    sys.stdout.flush()
