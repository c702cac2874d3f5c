"""Records what a table of constructs prints: python tools/python_constructs.py test/port/constructs.py

The file is cut at its `# ==` headings; every part runs after those before it. graph_constructs.py wants TensorFlow 1.15.
"""
import contextlib
import io
import json
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def parts(path):
    text = open(os.path.join(ROOT, path)).read()
    pieces = re.split(r"^# == (.*)\n", text, flags=re.M)
    return list(zip(pieces[1::2], pieces[2::2]))


def main(path):
    names = {"__name__": "__main__"}
    out = []
    for title, code in parts(path):
        buffer = io.StringIO()
        with contextlib.redirect_stdout(buffer):
            exec(compile(code, title, "exec"), names)
        out.append({"title": title, "stdout": buffer.getvalue()})
    name = os.path.basename(path).replace(".py", ".json")
    with open(os.path.join(ROOT, "test/goldens/python", name), "w") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


main(sys.argv[1])
