#!/usr/bin/env python3
"""Runs graphs that our ports built in a real TensorFlow and compares every run's results with ours.

  python check.py DIR      (DIR as export.ts wrote it; TensorFlow 1.x, or 2.x through compat.v1)

A graph that TensorFlow can't parse or import, a run that fails there and not here (or the other way round), or a number that
differs by more than 1e-4 of its tensor's largest magnitude is a failure: other versions round differently, no more.
"""
import glob
import json
import os
import sys
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from google.protobuf import text_format  # noqa: E402

if tf.__version__.startswith("2"):
    tf = tf.compat.v1
    tf.disable_v2_behavior()
SPECIAL = {"nan": np.nan, "inf": np.inf, "-inf": -np.inf, "-0": -0.0}


def array(enc):
    t = enc["$t"]
    data = [SPECIAL.get(v, v) if isinstance(v, str) else v for v in t["data"]]
    return np.array(data, dtype=t["dtype"]).reshape(t["shape"])


def pairs(fetch, result):
    """(tensor name, our value) for every fetched tensor; None for operations."""
    if isinstance(fetch, list):
        return [p for f, r in zip(fetch, result) for p in pairs(f, r)]
    if isinstance(fetch, dict) and "$sparse" in fetch:
        return list(zip(fetch["$sparse"], [result["$sparse"][k] for k in ("indices", "values", "dense_shape")]))
    return [(fetch["$var"] if isinstance(fetch, dict) else fetch, result)]


def close(want, got):
    if want.dtype.kind not in "fc":
        return np.array_equal(want, got)
    scale = max(1e-6, float(np.max(np.abs(want)))) if want.size else 1
    return want.shape == got.shape and bool(np.all(np.abs(want - got) <= 1e-4 * scale))


def replay(path):
    graph = tf.Graph()
    definition = text_format.Parse(open(path[:-5] + ".pbtxt").read(), tf.GraphDef())
    checked = 0
    with graph.as_default():
        tf.import_graph_def(definition, name="")
        with tf.Session() as sess:
            for i, run in enumerate(json.load(open(path))):
                if run["error"] is not None:
                    continue
                # A large value is recorded by its ends and sums only: nothing to feed.
                if any("$t" not in f["value"] for f in run["feeds"]):
                    continue
                todo = pairs(run["fetches"], run["result"])
                feed = {f["name"]: array(f["value"]) for f in run["feeds"]}
                got = sess.run([name for name, _ in todo], feed)
                for (name, ours), theirs in zip(todo, got):
                    if ours is None or "$t" not in ours:
                        continue
                    if not close(array(ours), np.asarray(theirs)):
                        raise AssertionError("run %d, %s: ours %s, TensorFlow %s" % (i, name, array(ours), theirs))
                    checked += 1
    return checked


passed = failed = 0
for file in sorted(glob.glob(os.path.join(sys.argv[1], "*.json"))):
    name = os.path.basename(file)[:-5]
    try:
        print("%s: imported, %d results equal in TensorFlow %s" % (name, replay(file), tf.__version__))
        passed += 1
    except Exception as e:
        print("%s: %s: %s" % (name, type(e).__name__, str(e)[:500]))
        failed += 1
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed or not passed else 0)
