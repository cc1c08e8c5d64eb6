"""The second verifier of receipts and consistency proofs, written from docs/reference/journal-format.md alone.

    python3 equipoise_proofs.py receipt FILE --key FILE
    python3 equipoise_proofs.py growth FILE --since CHECKPOINT --key FILE

Exit codes as for archives.
"""
import argparse
import re

from equipoise_verify import MIB, NO_WITNESS, Checkpoint, Fault, leaf_hash, node_hash, read_bytes, read_event, read_key, \
    read_witness, run, unbase64

NUMBER = r"(0|[1-9][0-9]{0,15})"


def lines_of(data):
    """The lines of a text, each ended by LF."""
    lines = data.decode("utf-8").split("\n")
    if lines.pop() != "":
        raise ValueError("the last line does not end")
    return lines


def fold(fn, sn, hashes, join):
    """Walks up from a leaf of number fn in a tree whose last leaf has number sn; join(hash, to its right or not)."""
    for other in hashes:
        if sn == 0:
            raise ValueError("there are too many hashes")
        right = fn & 1 or fn == sn
        join(other, right)
        while right and fn and not fn & 1:
            fn, sn = fn >> 1, sn >> 1
        fn, sn = fn >> 1, sn >> 1
    if sn != 0:
        raise ValueError("there are too few hashes")


def read_proof(data, heads, key, where):
    """What stands before the hashes, the hashes, and the checkpoint after them."""
    try:
        lines = lines_of(data)
        head = []
        for pattern in heads:
            head.append(re.fullmatch(pattern, lines.pop(0)).group(1))
        end = lines.index("")
        hashes = [unbase64(line, 32) for line in lines[:end]]
    except (ValueError, AttributeError, IndexError):
        raise Fault(where, "it is not of the form it must have") from None
    lines = lines[end + 1:]
    try:
        checkpoint = Checkpoint(lines, key)
        if lines:
            raise ValueError("the file goes on after its checkpoint")
    except ValueError as fault:
        raise Fault("checkpoint", str(fault)) from None
    return head, hashes, checkpoint


def verify_receipt(receipt, key):
    """The number and the body of the event that is shown to be in the tree of a checkpoint."""
    (_, extra, index), hashes, checkpoint = read_proof(
        receipt, [r"(c2sp\.org/tlog-proof@v1)", r"extra (.*)", "index " + NUMBER], key, "receipt")
    try:
        body = unbase64(extra)
    except ValueError:
        raise Fault("receipt", "its event is not base64") from None
    index = int(index)
    try:
        if read_event(body)[0] != index + 1 or len(body) > MIB:
            raise ValueError("it is another event")
    except ValueError as fault:
        raise Fault(f"event {index + 1}", str(fault)) from None
    root = [leaf_hash(body)]

    def join(other, right):
        root[0] = node_hash(other, root[0]) if right else node_hash(root[0], other)

    try:
        if index >= checkpoint.size:
            raise ValueError("the tree is too small")
        fold(index, checkpoint.size - 1, hashes, join)
        if root[0] != checkpoint.root:
            raise ValueError("the hashes do not lead to the root")
    except ValueError as fault:
        raise Fault("proof", str(fault)) from None
    return index + 1, body, checkpoint


def verify_growth(growth, since, key):
    """The later checkpoint, which is shown to extend the last one of a witness file, or a checkpoint that stands alone."""
    kept = read_witness(NO_WITNESS + since if since.startswith(b"equipoise/") else since, key)
    (old,), hashes, later = read_proof(growth, ["old " + NUMBER], key, "proof")
    old, first = int(old), kept[-1].size if kept else 0
    if kept and kept[-1].origin != later.origin:
        raise Fault("checkpoint", "it is of another study")
    try:
        if old != first or old > later.size or (0 < old < later.size) == (not hashes):
            raise ValueError("its sizes and hashes do not fit what was kept")
        if old == later.size and kept[-1].root != later.root:
            raise ValueError("the same size has another root")
        if 0 < old < later.size:
            extend(kept[-1], later, hashes)
    except ValueError as fault:
        raise Fault("proof", str(fault)) from None
    return later


def extend(earlier, later, hashes):
    hashes = ([earlier.root] if earlier.size & (earlier.size - 1) == 0 else []) + hashes
    fn, sn = earlier.size - 1, later.size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    roots = [hashes[0], hashes[0]]

    def join(other, right):
        roots[0] = node_hash(other, roots[0]) if right else roots[0]
        roots[1] = node_hash(other, roots[1]) if right else node_hash(roots[1], other)

    fold(fn, sn, hashes[1:], join)
    if roots != [earlier.root, later.root]:
        raise ValueError("the later tree does not begin with the earlier one")


# The program


def check(given):
    key, data = read_key(given.key), read_bytes(given.file)
    if given.verb == "receipt":
        seq, body, checkpoint = verify_receipt(data, key)
        yield f"Verified: event {seq} of the first {checkpoint.size}, root {checkpoint.root.hex()}."
        yield body.decode()
    else:
        later = verify_growth(data, read_bytes(given.since), key)
        yield f"Verified: it grew to {later.size} events, root {later.root.hex()}."


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Checks a receipt, or that a journal only grew.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb in "receipt", "growth":
        command = verbs.add_parser(verb)
        command.add_argument("file")
        command.add_argument("--key", required=True)
        if verb == "growth":
            command.add_argument("--since", required=True)
    run(parser, check)
