"""Writes test/goldens/np/libm.json.gz: results of the C library's functions, for test/np/libm.test.ts.

usage: python tools/np_libm_fixtures.py      (on Linux with glibc 2.28 or later, a processor with fused multiply-add)

Numbers are the hex digits of the little-endian bytes, one after another; `x` (and `y` of pow) are the arguments.
"""
import ctypes
import ctypes.util
import gzip
import json
import math
import os
import random
import struct

N = 1500
lib = ctypes.CDLL(ctypes.util.find_library("m"))
rng = random.Random(20200101)


def of_bits(code, bits):
    return struct.unpack("<" + code, struct.pack("<" + {"d": "Q", "f": "I"}[code], bits))[0]


def mixed(low, high):
    """Evenly spread numbers, numbers of every size, and numbers close to 1."""
    kinds = [lambda: rng.uniform(low, high), lambda: math.copysign(2.0 ** rng.uniform(-60, 60), rng.uniform(low, high)), lambda: rng.uniform(0.9, 1.1)]
    return [kinds[i % 3]() for i in range(N)]


def positive_bits(code):
    return [of_bits(code, rng.getrandbits({"d": 63, "f": 31}[code])) for _ in range(N)]


SPECIAL = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 0.5, 2.0, 5e-324, 1e308]


def column(code, values):
    return b"".join(struct.pack("<" + code, v) for v in values).hex()


def table(name, code, *arguments):
    f = getattr(lib, name)
    kind = {"d": ctypes.c_double, "f": ctypes.c_float}[code]
    f.restype, f.argtypes = kind, [kind] * len(arguments)
    arguments = [[struct.unpack("<" + code, struct.pack("<" + code, x))[0] for x in a] for a in arguments]
    row = {"name": name, "type": {"d": "float64", "f": "float32"}[code], "x": column(code, arguments[0])}
    if len(arguments) > 1:
        row["y"] = column(code, arguments[1])
    row["out"] = column(code, [f(*a) for a in zip(*arguments)])
    return row


if __name__ == "__main__":
    pairs = [(x, y) for x in SPECIAL for y in SPECIAL + [3.0, -3.0, 0.25]]
    bases = mixed(0.0, 20.0) + positive_bits("d") + [-float(i) for i in range(1, 60)] + [x for x, _ in pairs]
    powers = [rng.uniform(-20, 20) for _ in range(N)] + [rng.uniform(-1.5, 1.5) for _ in range(N)] + [float(rng.randrange(-9, 9)) for _ in range(59)] + [y for _, y in pairs]
    floats = [x for x in positive_bits("f") if x >= 2.0 ** -126 or x != x]
    rows = [
        table("log", "d", mixed(0.0, 10.0) + positive_bits("d") + SPECIAL),
        table("exp", "d", mixed(-745.0, 710.0) + [rng.uniform(-1, 1) for _ in range(N)] + SPECIAL),
        table("pow", "d", bases, powers),
        table("sin", "d", mixed(-7.0, 7.0) + [rng.uniform(-1e6, 1e6) for _ in range(N)] + SPECIAL[:-1]),
        table("cos", "d", mixed(-7.0, 7.0) + [rng.uniform(-1e6, 1e6) for _ in range(N)] + SPECIAL[:-1]),
        table("acos", "d", [rng.uniform(-1, 1) for _ in range(2 * N)] + [math.cos(rng.uniform(0, 1e-3)) for _ in range(200)] + [1.0, -1.0, 0.0, 1.5]),
        table("logf", "f", mixed(0.0, 10.0) + floats + SPECIAL[:-2]),
        table("sinf", "f", mixed(-7.0, 7.0) + floats + [rng.uniform(-200, 200) for _ in range(N)] + SPECIAL[:-2]),
        table("cosf", "f", mixed(-7.0, 7.0) + floats + [rng.uniform(-200, 200) for _ in range(N)] + SPECIAL[:-2]),
    ]
    path = os.path.join(os.path.dirname(__file__), "..", "test", "goldens", "np", "libm.json.gz")
    with open(path, "wb") as f:
        f.write(gzip.compress(json.dumps(rows).encode(), 9, mtime=0))
