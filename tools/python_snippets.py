"""Records what the lines of test/py/snippets.txt give: python tools/python_snippets.py

A line is an expression, or statements and an expression behind ` ;; `. The lines hold for Python 3.7 and later ones: where
texts of errors differ between versions there is none.
"""
import contextlib
import io
import json
import os
import warnings

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def program(line):
    before, _, expression = line.rpartition(" ;; ")
    statements = before.split("; ") if before else []
    return "def snippet():\n" + "".join("    %s\n" % s for s in statements) + "    return %s\n" % (expression or line)


def outcome(line, names):
    buffer = io.StringIO()
    with contextlib.redirect_stdout(buffer):
        try:
            exec(program(line), names)
            print(repr(names["snippet"]()))
        except BaseException as e:
            print("%s: %s" % (type(e).__name__, e))
    return buffer.getvalue()


def main():
    warnings.simplefilter("ignore")
    names = {"__name__": "__main__"}
    exec(open(os.path.join(ROOT, "test/py/snippets_head.py")).read(), names)
    lines = open(os.path.join(ROOT, "test/py/snippets.txt"), encoding="utf-8").read().splitlines()
    out = [{"code": line, "stdout": outcome(line, names)} for line in lines]
    with open(os.path.join(ROOT, "test/goldens/python/snippets.json"), "w") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


main()
