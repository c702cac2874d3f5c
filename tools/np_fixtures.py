"""Writes test/goldens/np/functions.json: calls of NumPy functions with their results, bit for bit.

Run with NumPy 1.23 (python tools/np_fixtures.py test/goldens/np/functions.json); only calls for which NumPy 1.18.5
gives the same are listed: no float32 exp, log, sin, cos (other algorithms), no BLAS products of floats that are not
exact, no functions whose rule changed in between.
"""
import json
import sys

import numpy as np

rng = np.random.RandomState(7)
cases = []
pool = []
places = {}


def pooled(entry):
    """Arrays occur in many calls; each is written once."""
    key = json.dumps(entry)
    if key not in places:
        places[key] = len(pool)
        pool.append(entry)
    return {"$ref": places[key]}


def encode(v):
    if isinstance(v, np.ndarray) or isinstance(v, np.generic):
        a = np.asarray(v)
        scalar = isinstance(v, np.generic)
        if a.dtype.kind in "USO":
            return pooled({"dtype": a.dtype.kind, "shape": list(a.shape), "text": [str(x) for x in a.ravel()], "scalar": scalar})
        base = a
        while isinstance(base.base, np.ndarray):
            base = base.base
        if not a.flags.c_contiguous and a.size and base.flags.c_contiguous and base.dtype == a.dtype:
            # The layout decides the order of summation: a view is written as one.
            start = lambda x: x.__array_interface__["data"][0]
            view = {"strides": [s // a.itemsize for s in a.strides], "offset": (start(a) - start(base)) // a.itemsize}
            return {**encode(base), "shape": list(a.shape), **view}
        return pooled({"dtype": a.dtype.name, "shape": list(a.shape), "hex": np.ascontiguousarray(a).tobytes().hex(), "scalar": scalar})
    if isinstance(v, tuple):
        return {"$tuple": [encode(x) for x in v]}
    if isinstance(v, list):
        return [encode(x) for x in v]
    if isinstance(v, float):
        return {"$float": repr(v)}
    if isinstance(v, complex):
        return {"$complex": [v.real, v.imag]}
    if isinstance(v, np.dtype):
        return {"$dtype": v.name}
    if isinstance(v, slice):
        part = lambda x: "" if x is None else str(x)
        return ":".join(part(x) for x in (v.start, v.stop, v.step))
    if v is Ellipsis:
        return "..."
    return v


def dense(r):
    """Results are written row by row whatever their layout."""
    if isinstance(r, np.ndarray):
        return np.array(r, order="C")
    return type(r)(dense(x) for x in r) if isinstance(r, (tuple, list)) else r


def case(fn, *args, **kwargs):
    """fn: a name under np, `.method` of the first argument, or `op:name` of two operands."""
    import operator
    row = {"fn": fn, "args": [encode(a) for a in args], "kwargs": {k: encode(v) for k, v in kwargs.items()}}
    try:
        with np.errstate(all="ignore"):
            if fn == "getitem":
                r = args[0][args[1] if not isinstance(args[1], list) else tuple(args[1])]
            elif fn == "setitem":
                r = args[0].copy()
                r[args[1] if not isinstance(args[1], list) else tuple(args[1])] = args[2]
            elif fn.startswith("op:"):
                r = getattr(operator, fn[3:])(*args)
            elif fn.startswith("."):
                r = getattr(args[0], fn[1:])(*args[1:], **kwargs)
            else:
                f = np
                for p in fn.split("."):
                    f = getattr(f, p)
                r = f(*args, **kwargs)
        row["out"] = encode(dense(r))
    except Exception as e:  # what raises is a result too
        row["raises"] = type(e).__name__
    cases.append(row)


REAL = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64"]
ALL = REAL + ["complex64", "complex128"]


def some(dtype, shape, low=-9, high=10):
    t = np.dtype(dtype)
    if t.kind == "b":
        return np.asarray(rng.randint(0, 2, size=shape)).astype(t)
    if t.kind == "u":
        return np.asarray(rng.randint(0, high, size=shape)).astype(t)
    if t.kind == "i":
        return np.asarray(rng.randint(low, high, size=shape)).astype(t)
    if t.kind == "f":
        return np.asarray(rng.normal(0, 3, size=shape)).astype(t)
    return np.asarray(rng.normal(size=shape) + 1j * rng.normal(size=shape)).astype(t)


OPS = ["add", "sub", "mul", "truediv", "floordiv", "mod", "eq", "ne", "lt", "le", "gt", "ge", "and_", "or_", "xor"]
for a in REAL:
    for b in REAL:
        for op in OPS:
            if op in ("and_", "or_", "xor") and ("float" in a or "float" in b):
                continue
            if a == "bool" and b == "bool" and op == "sub":
                continue
            case("op:" + op, some(a, (3,)), some(b, (2, 3)))
for a in ALL:
    for value in (1, -1, 2, 7, 300, 70000, 2**40, 1.5, 0.1, 1e30, True, np.float32(0.1), np.int8(3), np.float64(2.5), np.uint16(9)):
        for op in ("add", "mul", "sub", "truediv"):
            if a == "bool" and op == "sub" and isinstance(value, bool):
                continue
            case("op:" + op, some(a, (4,)), value)
    for value in (1, 2.5, True, np.float32(0.1), np.int8(3)):
        case("op:add", some(a, ()), value)
        case("op:mul", some(a, (1,))[0], value)
for a in ALL:
    for s in ((0,), (1,), (7,), (8,), (129,), (300,), (5, 40), (40, 5), (3, 4, 5), (2, 150, 3)):
        x = some(a, s)
        for fn in ("sum", "mean", "std", "var", "prod"):
            if a == "float16" and fn == "prod":
                continue
            if "complex" in a and fn in ("std", "var", "mean") and len(s) == 1 and s[0] == 0:
                continue
            case(fn, x)
            for axis in range(len(s)):
                case(fn, x, axis=axis)
            if len(s) > 1:
                case(fn, x, axis=0, keepdims=True)
                case(fn, x.T) if fn == "sum" else None
        if x.size and "complex" not in a:
            for fn in ("max", "min", "argmax", "argmin"):
                case(fn, x)
                case(fn, x, axis=len(s) - 1)
            case("ptp", x) if a != "bool" else None
        for fn in ("any", "all", "cumsum", "cumprod"):
            case(fn, x)
    case("sum", some(a, (6, 5)), axis=(0, 1))
    case("sort", some(a, (4, 6)), axis=0) if "complex" not in a else None
    case("argsort", np.arange(6).astype(a)[::-1]) if "complex" not in a and a != "bool" else None
    case(".astype", some(a, (2, 3)), "float32")
    for to in REAL:
        if "complex" not in a and not (np.dtype(a).kind == "f" and np.dtype(to).kind == "u"):
            case(".astype", some(a, (2, 3)), to)
for a in ("float64", "float32", "float16", "int32", "int64", "uint8", "bool"):
    x = some(a, (2, 3, 4))
    for index in ([0], [-1], [slice(None), 0], [Ellipsis, 1], [slice(None, None, -1)], [slice(1, None), slice(None), slice(0, 4, 2)],
                  [None, 0], [0, None, slice(None), None], [0, 1, 2], [Ellipsis], [slice(5, 1)], [slice(None, None, -2), -1],
                  [np.array([0, 1, 1])], [np.array([[0, 1], [1, 0]])], [slice(None), np.array([2, 0])], [np.array([0, 1]), np.array([1, 2])],
                  [np.array([0, 1]), slice(None), np.array([3, 0])], [0, slice(None), np.array([3, 0])], [x > 0], [x[:, 0, 0] > 0],
                  [slice(None), np.array([True, False, True])], [np.array([[0], [1]]), np.array([2, 1])], [2], [0, 0, 0, 0], [np.array([3])]):
        case("getitem", x, index)
        case("setitem", x, index, 5)
    case("setitem", x, [0], np.arange(4))
    case("setitem", x, [slice(None), 1], some(a, (2, 4)))
    case("setitem", x, [np.array([1, 0])], some(a, (3, 4)))
    case("setitem", x, [0], np.arange(3))
    case("reshape", x, (4, 6))
    case("reshape", x, -1)
    case("reshape", x, (2, -1, 2))
    case("reshape", x, (5, 5))
    case("reshape", x, (4, 6), order="F")
    case("transpose", x)
    case("transpose", x, (1, 0, 2))
    case("swapaxes", x, 0, 2)
    case("moveaxis", x, 0, -1)
    case("rollaxis", x, 2)
    case("expand_dims", x, 1)
    case("squeeze", x[:1])
    case("squeeze", x, axis=1)
    case("concatenate", [x, x[:1]], axis=0)
    case("concatenate", [x, x[:1]], axis=1)
    case("stack", [x, x], axis=-1)
    case("vstack", [x[0], x[1]])
    case("hstack", [x[0], x[1]])
    case("dstack", [x[0], x[1]])
    case("column_stack", [x[0, 0], x[0, 1]])
    case("split", x, 3, axis=1)
    case("split", x, 3)
    case("array_split", x, 3, axis=2)
    case("split", x, [1, 2], axis=2)
    case("tile", x[0], 2)
    case("tile", x[0], (2, 1, 2))
    case("repeat", x, 2)
    case("repeat", x, [1, 2, 0], axis=1)
    case("append", x, x)
    case("append", x, x, axis=0)
    case("insert", x[0, 0], 1, 3)
    case("insert", x[0], 1, 3, axis=1)
    case("insert", x[0, 0], [1, 3], [7, 8])
    case("delete", x[0, 0], 1)
    case("delete", x[0], [0, 2], axis=1)
    case("roll", x, 2)
    case("roll", x, 1, axis=1)
    case("flip", x)
    case("flip", x, 1)
    case("fliplr", x)
    case("flipud", x)
    case("rot90", x[0])
    case("rot90", x[0], 3)
    case("pad", x[0], 1, "constant")
    case("pad", x[0], ((1, 0), (2, 1)), mode="constant", constant_values=4)
    case("pad", x[0], 2, "edge")
    case("pad", x[0], 2, "reflect")
    case("pad", x[0], 2, "wrap")
    case("pad", x[0], 2, "symmetric")
    case("where", x > 1, x, x * 0)
    case("where", x > 1)
    case("nonzero", x)
    case("argwhere", x)
    case("unique", x)
    case("unique", x, return_counts=True)
    case("unique", x, return_index=True, return_inverse=True)
    case("take", x, [0, 5, -1])
    case("take", x, [[0, 1], [2, 0]], axis=1)
    case("take", x, [9, 90], mode="clip")
    case("clip", x, 0, 3)
    case("clip", x, None, 2)
    case("round", x)
    case("round", x, 1)
    case("diff", x)
    case("diff", x, axis=0)
    case("diag", x[0, 0])
    case("diag", x[0], 1)
    case("diagonal", x)
    case("trace", x[0])
    case("tril", x[0])
    case("triu", x[0], 1)
    case("median", x)
    case("median", x, axis=1)
    case("percentile", x, 50) if a != "bool" else None
    case("percentile", x, 25, axis=0, interpolation="lower") if a not in ("bool",) else None
    case("average", x)
    case("count_nonzero", x)
    case("searchsorted", np.sort(x[0, 0]), x[1, 1])
    case("bincount", np.array([0, 1, 1, 5]))
    case("outer", x[0, 0], x[1, 1])
    case("isclose", x, x)
    case("allclose", x, x)
    case("array_equal", x, x)
    case("zeros_like", x)
    case("ones_like", x)
    case("full_like", x, 3)
    case("resize", x, (5, 6))
    case("sign", x) if a != "bool" else None
    case("abs", x)
    case("square", x)
    case("sqrt", np.abs(x))
    case("maximum", x, 1)
    case("minimum", x, x[:1])
    case("isnan", x)
    case("isfinite", x)
    case("floor", x) if a not in ("int32", "int64", "uint8", "bool") else None
    case("ceil", x) if a not in ("int32", "int64", "uint8", "bool") else None
    case("logical_and", x, x > 2)
    case("logical_not", x)
    case("meshgrid", x[0, 0], x[0, :, 0])
    case("einsum", "ij,jk->ik", np.arange(6).reshape(2, 3).astype(a), np.arange(12).reshape(3, 4).astype(a)) if a != "bool" else None
    case("einsum", "ii->i", np.arange(9).reshape(3, 3).astype(a)) if a != "bool" else None
    case("dot", np.arange(6).reshape(2, 3).astype(a), np.arange(12).reshape(3, 4).astype(a))
    case("matmul", np.arange(24).reshape(2, 3, 4).astype(a) % 5, np.arange(24).reshape(2, 4, 3).astype(a) % 7) if a != "bool" else None
    case("tensordot", np.arange(24).reshape(2, 3, 4).astype(a) % 5, np.arange(12).reshape(3, 4).astype(a) % 7) if a != "bool" else None
    case("inner", np.arange(6).reshape(2, 3).astype(a), np.arange(3).astype(a)) if a != "bool" else None
    case("kron", x[0], np.arange(2).astype(a))
    case("cross", np.arange(3).astype(a), np.array([1, 0, 2]).astype(a)) if a != "bool" else None
for args in ((5,), (2, 9), (2, 9, 3), (9, 2, -2), (0.5, 3.0), (0.0, 1.0, 0.1), (3, 3), (1.0, 2.0, 0.3)):
    case("arange", *args)
    case("arange", *args, dtype="float32")
for dtype in REAL:
    if dtype != "bool":
        case("arange", 1, 9, 2, dtype=dtype)
for args in ((0.0, 1.0), (0, 1, 5), (2, 3, 1), (-3, 7, 11), (0.1, 0.7, 7), (5, 5, 4)):
    case("linspace", *args)
    case("linspace", *args, endpoint=False)
case("linspace", 0, 1, 5, retstep=True)
case("linspace", 0, 10, 4, dtype="float32")
case("linspace", 0, 10, 4, dtype="int32")
case("eye", 3)
case("eye", 3, 4, k=1, dtype="float32")
case("identity", 2)
case("full", (2, 3), 7)
case("full", 4, 0.5, dtype="float32")
case("ones", (2, 2), dtype="int32")
case("zeros", 3)
case("histogram", some("float64", (50,)), bins=5)
case("histogram", some("float64", (50,)), bins=[-3.0, 0.0, 3.0])
case("interp", np.array([0.5, 1.5, -1.0, 9.0]), [0, 1, 2], [3.0, 5.0, 4.0])
case("convolve", [1.0, 2.0, 3.0], [0.0, 1.0, 0.5])
case("convolve", [1.0, 2.0, 3.0], [0.0, 1.0, 0.5], "same")
case("convolve", [1, 2, 3], [0, 1], "valid")
case("polyval", [3, 0, 1], 5)
case("setdiff1d", [1, 2, 3, 2, 4], [2, 4])
case("isin", np.arange(6).reshape(2, 3), [1, 4])
case("array", [[1, 2], [3, 4]])
case("array", [1, 2.5, True])
case("array", ["a", "bcd"])
case("array", [[1, 2], [3, 4]], ndmin=3)
case("cov", np.array([[0.0, 2.0], [1.0, 1.0], [2.0, 0.0]]).T)
case("nan_to_num", np.array([np.nan, np.inf, -np.inf, 1.0]))
case("fix", np.array([2.5, -2.5]))
case("rint", np.array([0.5, 1.5, 2.5, -0.5, -1.5]))
case("mod", np.array([5.0, -5.0, 5.5, -0.0]), np.array([3.0, 3.0, -2.0, 3.0]))
case("fmod", np.array([5, -5]), 3)
case("floor_divide", np.array([7.5, -7.5, 1e300, np.inf]), np.array([2.0, 2.0, 1e-10, 2.0]))
case("power", np.array([2, 3, -4]), np.array([10, 40, 3]))
case("power", np.array([2], "int8"), 7)
case("left_shift", np.array([1, 2, 3]), 4)
case("right_shift", np.array([-16, 256]), 2)
case("invert", np.array([True, False]))
case("invert", np.array([1, 200], "uint8"))
case("hypot", 3.0, 4.0)
case("degrees", np.array([0.0, np.pi]))
case("minimum", np.array([np.nan, 1.0]), np.array([0.0, np.nan]))
case("fmax", np.array([np.nan, 1.0]), np.array([0.0, np.nan]))
case("argmax", np.array([1.0, np.nan, 5.0]))
case("sum", some("float32", (20000,)))
case("sum", some("float64", (9999,)))
case("mean", some("float32", (12345,)))
case("mean", some("float16", (9000,)))
case("std", some("float32", (60, 70)), axis=0)
case("sum", some("float32", (64, 33)).T, axis=0)
case("sum", some("float64", (50, 60))[:, ::2])
case("sum", some("float32", (100, 100))[:, :90])
case("sum", some("float32", (9, 20, 30))[:, ::-1, 1:29])
case("sum", some("float32", (9, 20, 30)), axis=(0, 2))
case("sum", some("float32", (9, 20, 30)), axis=(0, 1))
case("sum", some("float32", (9, 20, 30)).transpose(2, 0, 1), axis=1)
case("sum", some("float32", (9000,))[::-1])
case("sum", some("float64", (300, 1)), axis=0)

with open(sys.argv[1], "w") as f:
    head = {"numpy": np.__version__, "generator": "tools/np_fixtures.py"}
    f.write('{"source": %s, "cases": [\n' % json.dumps(head))
    f.write(",\n".join(json.dumps(c, separators=(",", ":")) for c in cases))
    f.write('\n], "pool": [\n')
    f.write(",\n".join(json.dumps(p, separators=(",", ":")) for p in pool))
    f.write("\n]}\n")
print(len(cases))
