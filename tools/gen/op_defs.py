#!/usr/bin/env python3
"""Writes src/graph/op_defs.generated.ts: the signature of every op type that TensorFlow 1.15 registers.

  pip download --no-deps --only-binary=:all: --python-version 3.7 --platform manylinux2010_x86_64 tensorflow==1.15.5
  unzip the wheel, then: python3 tools/gen/op_defs.py WHEEL_DIR/tensorflow_core/python > src/graph/op_defs.generated.ts

Reads the serialized OpList that each gen_*_ops.py of the wheel carries; needs no TensorFlow. One line an op:

  Name(arg: type, ...) -> (arg: type, ...) {attr: kind = default in [allowed] >= minimum, ...} flags
"""
import ast
import glob
import os
import re
import struct
import sys

DTYPES = {1: "float32", 2: "float64", 3: "int32", 4: "uint8", 5: "int16", 6: "int8", 7: "string", 8: "complex64", 9: "int64",
          10: "bool", 11: "qint8", 12: "quint8", 13: "qint32", 14: "bfloat16", 15: "qint16", 16: "quint16", 17: "uint16",
          18: "complex128", 19: "float16", 20: "resource", 21: "variant", 22: "uint32", 23: "uint64"}


def varint(b, i):
    v = s = 0
    while True:
        v |= (b[i] & 127) << s
        s += 7
        i += 1
        if b[i - 1] < 128:
            return v, i


def fields(b):
    i = 0
    while i < len(b):
        key, i = varint(b, i)
        wire = key & 7
        if wire == 0:
            v, i = varint(b, i)
        elif wire == 2:
            n, i = varint(b, i)
            v, i = b[i:i + n], i + n
        elif wire == 5:
            v, i = struct.unpack("<f", b[i:i + 4])[0], i + 4
        else:
            raise ValueError(wire)
        yield key >> 3, v


def packed(v):
    if isinstance(v, int):
        return [v]
    out, i = [], 0
    while i < len(v):
        x, i = varint(v, i)
        out.append(x)
    return out


def signed(v):
    return v - (1 << 64) if v >> 63 else v


def arg(b):
    name = typ = None
    number = tlist = tattr = ""
    ref = False
    for k, v in fields(b):
        if k == 1: name = v.decode()
        elif k == 3: typ = DTYPES[v]
        elif k == 4: tattr = v.decode()
        elif k == 5: number = v.decode()
        elif k == 6: tlist = v.decode()
        elif k == 16: ref = bool(v)
    t = "list(%s)" % tlist if tlist else (typ or tattr)
    if ref: t = "Ref(%s)" % t
    if number: t = "%s*%s" % (number, t)
    return "%s: %s" % (name, t)


def text(v):
    return "'" + v.decode("latin-1").replace("\\", "\\\\").replace("'", "\\'").replace(",", "\\x2c").replace("\n", "\\n") + "'"


def number(f):
    r = repr(struct.unpack("<f", struct.pack("<f", f))[0])
    for digits in range(1, 10):
        s = "%.*g" % (digits, f)
        if struct.pack("<f", float(s)) == struct.pack("<f", f):
            return s
    return r


def shape(b):
    dims, unknown = [], False
    for k, v in fields(b):
        if k == 2:
            size = 0
            for k2, v2 in fields(v):
                if k2 == 1: size = signed(v2)
            dims.append(size)
        elif k == 3: unknown = bool(v)
    return "shape(?)" if unknown else "shape(%s)" % " ".join(map(str, dims))


def value(b, kind):
    for k, v in fields(b):
        if k == 1: return value_list(v, kind)
        if k == 2: return text(v)
        if k == 3: return str(signed(v))
        if k == 4: return number(v)
        if k == 5: return "true" if v else "false"
        if k == 6: return DTYPES[v]
        if k == 7: return shape(v)
        if k == 10: return "func(%s)" % dict(fields(v)).get(1, b"").decode()
        if k == 8: return "tensor"
    return {"list": "[]", "string": "''", "int": "0", "float": "0", "bool": "false"}.get(kind.split("(")[0], "''")


def value_list(b, kind):
    out = []
    for k, v in fields(b):
        if k == 2: out.append(text(v))
        elif k == 3: out += [str(signed(x)) for x in packed(v)]
        elif k == 4:
            out += [number(v)] if isinstance(v, float) else [number(x) for x in struct.unpack("<%df" % (len(v) // 4), v)]
        elif k == 5: out += ["true" if x else "false" for x in packed(v)]
        elif k == 6: out += [DTYPES[x] for x in packed(v)]
        elif k == 7: out.append(shape(v))
    return "[" + " ".join(out) + "]"


def attr(b):
    name = kind = default = allowed = minimum = None
    has_min = False
    parts = list(fields(b))
    for k, v in parts:
        if k == 1: name = v.decode()
        elif k == 2: kind = v.decode()
        elif k == 5: has_min = bool(v)
        elif k == 6: minimum = signed(v)
    for k, v in parts:
        if k == 3: default = value(v, kind)
        elif k == 7: allowed = value(v, kind)
    s = "%s: %s" % (name, kind)
    if default is not None: s += " = " + default
    if allowed is not None: s += " in " + allowed
    if has_min: s += " >= %d" % (minimum or 0)
    return s


def op(b):
    name, ins, outs, attrs, flags = None, [], [], [], []
    for k, v in fields(b):
        if k == 1: name = v.decode()
        elif k == 2: ins.append(arg(v))
        elif k == 3: outs.append(arg(v))
        elif k == 4: attrs.append(attr(v))
        elif k == 18 and v: flags.append("commutative")
        elif k == 16 and v: flags.append("aggregate")
        elif k == 17 and v: flags.append("stateful")
        elif k == 19 and v: flags.append("uninitialized")
    line = "%s(%s) -> (%s)" % (name, ", ".join(ins), ", ".join(outs))
    if attrs: line += " {%s}" % ", ".join(attrs)
    return name, line + "".join(" " + f for f in flags)


def main(folder):
    ops = {}
    for path in sorted(glob.glob(os.path.join(folder, "**", "gen_*_ops.py"), recursive=True)):
        m = re.search(r'_InitOpDefLibrary\((b".*")\)\s*$', open(path).read(), re.S)
        if not m: continue
        for k, v in fields(ast.literal_eval(m.group(1))):
            if k == 1:
                name, line = op(v)
                ops[name] = line
    print("/** Signatures of TensorFlow 1.15's op types. Generated by tools/gen/op_defs.py from the 1.15.5 wheel; do not edit. */")
    print("export const OP_DEF_LINES = String.raw`")
    for name in sorted(ops):
        assert "`" not in ops[name] and "${" not in ops[name], name
        print(ops[name])
    print("`;")


main(sys.argv[1])
