"""Writes test/goldens/np/text_files.json: what loadtxt and genfromtxt read from small texts, for test/np/files.test.ts.

usage: python tools/np_text_fixtures.py      (any NumPy; the calls are those whose results never changed since 1.18)
"""
import io
import json
import os

import numpy as np

CASES = [
    ("loadtxt", '1 2\n3 4\n', 'dtype=int'),
    ("loadtxt", '1,2,3\n', "delimiter=','"),
    ("loadtxt", '# c\n1 2 # x\n\n3 4\n', ''),
    ("loadtxt", '5\n', ''),
    ("loadtxt", '5\n6\n', 'ndmin=2'),
    ("loadtxt", '5 6\n', 'ndmin=2'),
    ("loadtxt", '1 2 3\n4 5 6\n', 'usecols=-1'),
    ("loadtxt", '1 2 3\n4 5 6\n', 'usecols=(2, 0), unpack=True'),
    ("loadtxt", 'a b\nccc d\n', "dtype='str'"),
    ("loadtxt", '1 2\n3 4\n5 6\n', 'skiprows=1, max_rows=1'),
    ("loadtxt", '1 2\n3 4\n', 'dtype=np.float32'),
    ("loadtxt", '1;2\n', "delimiter=';', dtype=np.int32"),
    ("loadtxt", '1%2\n3\n', "comments='%'"),
    ("loadtxt", 'nan inf -inf 1e5 .5 5.\n', ''),
    ("loadtxt", '1 2 3\n4 5 6\n', 'ndmin=1, unpack=True'),
    ("genfromtxt", '1,2,3\n4,,6\n', "delimiter=','"),
    ("genfromtxt", '1,x,3\n4,5,6\n', "delimiter=','"),
    ("genfromtxt", '1 2\n3 4\n', 'dtype=int'),
    ("genfromtxt", '1,2.5\n,4\n', "delimiter=',', dtype=int"),
    ("genfromtxt", '1,2\n3,4\n5,6\n', "delimiter=',', skip_footer=1"),
    ("genfromtxt", '  1  2  3\n  4  5 67\n', 'delimiter=3'),
    ("genfromtxt", '123456\n', 'delimiter=(1, 2, 3)'),
    ("genfromtxt", '1,2\n3,4\n', "delimiter=',', unpack=True"),
    ("genfromtxt", '1,2,3\n4,5,6\n', "delimiter=',', usecols=(0, -1)"),
    ("genfromtxt", '1,2\n3,4\n', "delimiter=',', dtype=None"),
    ("genfromtxt", '1.5,2\n3,4.5\n', "delimiter=',', dtype=None"),
    ("genfromtxt", 'True False\nTrue True\n', 'dtype=None'),
    ("genfromtxt", 'ab,c\nd,ef\n', "delimiter=',', dtype=str"),
    ("genfromtxt", 'ab,c\nd,ef\n', "delimiter=',', dtype=None, encoding='utf-8'"),
    ("genfromtxt", '1,,3\n4,5,\n', "delimiter=',', filling_values=[7, 8, 9]"),
    ("genfromtxt", '# a b\n1 2\n# x\n3 4\n', ''),
    ("genfromtxt", '7\n', ''),
    ("genfromtxt", ' a , b \nc,d\n', "delimiter=',', dtype=str, autostrip=True"),
    ("genfromtxt", '1 2\n3 4\n5 6\n', 'max_rows=2'),
    ("genfromtxt", '1\t2\n3\t\n', "delimiter='\t'"),
]


def record(name, text, arguments):
    a = eval(f"np.{name}(io.StringIO(text), {arguments})", {"np": np, "io": io, "text": text})
    data = [str(x) for x in a.ravel()] if a.dtype.kind == "U" else ["nan" if x != x else "inf" if x == np.inf else "-inf" if x == -np.inf else x for x in a.ravel().tolist()]
    dtype = "str" if a.dtype.kind == "U" else a.dtype.name
    return {"call": f"{name}({arguments})", "text": text, "value": {"$t": {"dtype": dtype, "shape": list(a.shape), "data": data}}}


if __name__ == "__main__":
    path = os.path.join(os.path.dirname(__file__), "..", "test", "goldens", "np", "text_files.json")
    with open(path, "w") as f:
        json.dump({"numpy": np.__version__, "cases": [record(*case) for case in CASES]}, f, indent=0)
        f.write("\n")
