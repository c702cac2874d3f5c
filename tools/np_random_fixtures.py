"""Writes test/goldens/np/random.json.gz: what NumPy's RandomState draws, for test/np/random.test.ts.

usage: python tools/np_random_fixtures.py      (NumPy 1.18 to 2.4: RandomState's streams are frozen)

Not here: rayleigh, which takes log1p(-u) for log(1 - u) in later releases.

Each case is a seed and a call as Python text; `sha256` is that of the result's little-endian bytes, `first` its first values.
"""
import gzip
import hashlib
import json
import os

import numpy as np

SEEDS = [0, 7, 123456789, [3, 1, 4]]
N = 500
PARAMETERS = {
    "standard_normal": [""], "standard_exponential": [""], "standard_cauchy": [""], "random_sample": [""], "tomaxint": [""],
    "uniform": ["-3.5, 2.25", "0.0, 1e-300", "5, 5"], "normal": ["1e10, 1e-3", "-2, 0.0"],
    "exponential": ["0.0", "1e5"], "gumbel": ["-1.5, 0.3"], "laplace": ["2, 3"], "logistic": ["0.1, 7"], "lognormal": ["-1, 2.5"],
    "standard_gamma": ["0.0", "1e-3", "0.2", "0.999", "1.0", "1.001", "3.7", "250.0"], "gamma": ["0.4, 3.0", "1, 2", "9.5, 0.1"],
    "beta": ["0.5, 0.5", "1e-3, 1e-3", "1, 1", "0.3, 4", "2.5, 0.7", "30, 40"], "chisquare": ["0.5", "1", "2", "7.5"],
    "noncentral_chisquare": ["0.5, 1.5", "1, 30", "3, 0", "4.5, 2"], "f": ["1, 1", "3.5, 20", "0.7, 2"], "noncentral_f": ["3, 5, 1.5", "0.5, 2, 8"],
    "standard_t": ["0.7", "3", "40"], "vonmises": ["0, 1e-9", "0.5, 1e-6", "1, 0.3", "-2, 4", "3, 150"],
    "pareto": ["0.5", "3"], "weibull": ["0.0", "0.4", "1", "5.5"], "power": ["0.3", "1", "6"],
    "wald": ["1, 1", "0.1, 3", "50, 2"], "triangular": ["-1, 0.5, 3", "0, 0, 1", "0, 1, 1"],
    "binomial": ["0, 0.4", "5, 0.0", "5, 1.0", "10, 0.3", "10, 0.7", "59, 0.5", "61, 0.5", "200, 0.4", "1000, 0.97", "1000000, 0.1", "2**40, 0.3"],
    "negative_binomial": ["3, 0.4", "0.5, 0.1", "100, 0.9"], "poisson": ["0", "0.1", "1", "9.99", "10", "33.3", "1e5", "1e15"],
    "zipf": ["1.05", "1.5", "2", "4.5"], "geometric": ["1.0", "0.9", "0.34", "0.33", "0.01", "1e-6"],
    "hypergeometric": ["5, 5, 5", "15, 15, 15", "100, 2, 10", "100, 2, 50", "3, 200, 60", "0, 9, 4", "10000, 30000, 700"], "logseries": ["0.1", "0.6", "0.99"],
    "randint": ["10", "-7, 9", "0, 2**31", "0, 2**32", "0, 2**32 + 1", "-2**63, 2**63 - 1", "0, 2**60"],
}
DTYPES = {"bool": "0, 2", "int8": "-128, 128", "uint8": "3, 250", "int16": "-5, 30000", "uint16": "0, 65536", "int32": "-2**31, 2**31", "uint32": "1, 2**32 - 5", "int64": "0, 100", "uint64": "0, 2**64"}
OTHER = [
    "rand(3, 5)", "randn(2, 2, 2)", "bytes(17)", "bytes(0)", "permutation(1000)", "permutation(0)", "permutation(np.arange(60).reshape(10, 3, 2))",
    "choice(50, 400)", "choice(50, (5, 10), replace=False)", "choice(np.arange(7), 30, p=[0.05, 0.1, 0.15, 0.2, 0.2, 0.2, 0.1])",
    "choice(6, 4, replace=False, p=[0.5, 0.3, 0.1, 0.05, 0.03, 0.02])", "choice(np.arange(20), 20, False)", "choice(1, 5)",
    "multinomial(100, [0.1, 0.2, 0.7], size=40)", "multinomial(10000, [0.25, 0.25, 0.25, 0.25], size=(3, 20))", "multinomial(7, [0.0, 1.0, 0.0], size=5)", "multinomial(0, [0.5, 0.5])",
    "dirichlet([0.1, 0.2, 0.3], size=50)", "dirichlet([10, 5, 3, 1], size=(5, 4))",
    "normal([0, 10, 100], 2.5, size=(40, 3))", "normal([[1], [2]], [0.5, 1.5, 2.5])", "uniform(0, [1, 2, 3])", "gamma([0.5, 1, 2, 20], 1.5, size=(30, 4))",
    "poisson([1, 20, 0.5], size=(50, 3))", "binomial([5, 100, 1000], 0.4, size=(20, 3))", "binomial(10, [0.1, 0.5, 0.9])", "beta([0.5, 2], [[1], [3]])",
    "triangular([0, 1], 2, [3, 4])", "hypergeometric([5, 50], 20, [3, 30])", "randint([0, 5, 10], [[30], [20], [2**33], [11]])", "randint(0, [1, 2, 200], size=(50, 3), dtype=np.uint8)",
    "standard_t([1, 2, 3])", "geometric([0.1, 0.5])", "vonmises([0, 1], 2)", "random_integers(-3, 3, 50)",
]


def calls():
    for name, rows in PARAMETERS.items():
        for row in rows:
            yield f"{name}({row}{', ' if row else ''}size={N})"
    for dtype, row in DTYPES.items():
        yield f"randint({row}, size={N}, dtype=np.{dtype})"
    yield from OTHER


def record(seed, call):
    rs = np.random.RandomState(seed)
    dtypes = {t: getattr(np, "bool_" if t == "bool" else t) for t in DTYPES}
    namespace = type("np", (), {"arange": np.arange, **dtypes})
    scope = {n: getattr(rs, n) for n in dir(rs) if not n.startswith("_")}
    try:
        value = eval(call, {**scope, "np": namespace})
    except ValueError as e:
        return {"seed": seed, "call": call, "raises": str(e)}
    if isinstance(value, bytes):
        return {"seed": seed, "call": call, "dtype": "bytes", "shape": [len(value)], "sha256": hashlib.sha256(value).hexdigest(), "first": list(value[:3])}
    # One more draw shows that the same amount of the stream was used, spare gaussian included.
    after = float(rs.standard_normal() + rs.random_sample())
    value = np.asarray(value)
    first = [str(int(x)) if value.dtype.kind in "iub" else float(x) for x in value.ravel()[:3]]
    digest = hashlib.sha256(np.ascontiguousarray(value).astype(value.dtype.newbyteorder("<")).tobytes()).hexdigest()
    return {"seed": seed, "call": call, "dtype": value.dtype.name, "shape": list(value.shape), "sha256": digest, "first": first, "after": after}


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    cases = [record(seed, call) for call in calls() for seed in SEEDS]
    path = os.path.join(os.path.dirname(__file__), "..", "test", "goldens", "np", "random.json.gz")
    with open(path, "wb") as f:
        f.write(gzip.compress(json.dumps({"numpy": np.__version__, "cases": cases}, separators=(",", ":")).encode(), 9, mtime=0))
    print(len(cases), "cases")
