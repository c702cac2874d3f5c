/**
 * tf1 record: the recorder is Python's; this says where it is and how to use it.
 */
import { fileURLToPath } from "node:url";

export function recordCommand(): number {
  const path = fileURLToPath(new URL("../../tools/record/record_tf1.py", import.meta.url));
  process.stdout.write(`The recorder runs the original, unchanged, with your own Python (3.6 or newer) and TensorFlow
(1.10 or newer; 2.x by way of tensorflow.compat.v1), twice, and writes what it did:

  python ${path} legacy.py --out goldens

That makes goldens/legacy.golden.json: what it printed, every Session.run with its feeds and results, the graphs
node by node, the variables. Then check the port against it:

  npx tf1 port legacy.py --check goldens/legacy.golden.json
`);
  return 0;
}
