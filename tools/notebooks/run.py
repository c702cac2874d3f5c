"""Runs notebooks from top to bottom under Jupyter and tslab, and compares what they print with what is saved in them.

    python tools/notebooks/run.py [--write] NOTEBOOK...

--write saves the new outputs instead. Pictures are compared too: their SVG is text, and the same data draw the same picture.
Needs nbclient, the tslab kernel (tslab install) and `npm install` in the notebook's folder; tools/notebooks/run.sh brings all three.
"""
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def shown(cell):
    """What a reader sees under the cell, chunks of one stream joined."""
    parts = []
    for out in cell.get("outputs", []):
        if out.output_type == "stream":
            key, text = out.name, out.text
        else:
            data = out.get("data", {})
            key, text = "picture", data.get("text/html") or data.get("image/svg+xml") or data.get("text/plain", "")
        if parts and parts[-1][0] == key and key != "picture":
            parts[-1] = (key, parts[-1][1] + text)
        else:
            parts.append((key, text))
    return parts


def run(path, write):
    saved = nbformat.read(path, as_version=4)
    fresh = nbformat.read(path, as_version=4)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    client = NotebookClient(fresh, timeout=300, resources={"metadata": {"path": str(path.parent)}})
    try:
        client.execute()
    except CellExecutionError as error:
        print(f"{path.name}: {error}")
        return 0, 1
    passed = failed = 0
    for i, (old, new) in enumerate(zip(saved.cells, fresh.cells)):
        if new.cell_type != "code":
            continue
        new.metadata = {}
        streams = [text for key, text in shown(new) if key == "stderr"]
        if streams:
            print(f"{path.name}, cell {i} wrote to stderr: {streams[0][:500]}")
            failed += 1
        elif write or shown(old) == shown(new):
            passed += 1
        else:
            print(f"{path.name}, cell {i}: saved\n{str(shown(old))[:800]}\nnow\n{str(shown(new))[:800]}")
            failed += 1
    if write and failed == 0:
        fresh.metadata = saved.metadata
        aside = path.with_suffix(".new")
        nbformat.write(fresh, aside)
        aside.replace(path)
    return passed, failed


def main():
    write = "--write" in sys.argv
    counts = [run(Path(name).resolve(), write) for name in sys.argv[1:] if not name.startswith("--")]
    passed, failed = sum(c[0] for c in counts), sum(c[1] for c in counts)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
