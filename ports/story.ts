// npm start: the story of this project, told to someone who has never seen it.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { py, tf } from "tf1-compat";
import { maskAgainstBlocks, trainOutputs } from "./outputs_1000.js";

const WIDTH = 96;
const out = (text = ""): void => console.log(text);

function heading(text: string): void {
  out(`\n── ${text} ${"─".repeat(Math.max(0, WIDTH - text.length - 4))}`);
}

/** Wrapped to the width, so that it reads in a terminal of 100 columns. */
function say(text: string): void {
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length >= WIDTH) {
      out(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  out(line);
}

function show(text: string): void {
  // A recorded line is never cut; the longest of them fill the 100 columns without an indent.
  for (const line of text.trimEnd().split("\n")) out(line.length > 96 ? line : `    ${line}`);
}

/** What TensorFlow 1.15.5 printed when the original was recorded. */
function recorded(name: string): string {
  const base = new URL(`../test/goldens/scripts/${name}.golden.json`, import.meta.url);
  let text: string;
  try {
    text = readFileSync(base, "utf8");
  } catch {
    text = gunzipSync(readFileSync(new URL(`${base.href}.gz`))).toString("utf8");
  }
  return (JSON.parse(text) as { stdout: string }).stdout;
}

/** Runs a port (it runs on import), in a graph of its own as a script has, and gives what it printed. */
async function printed(port: string): Promise<string> {
  tf.reset_default_graph();
  let text = "";
  const sink = py.setPrintSink((t) => {
    text += t;
  });
  try {
    await import(`./${port}.ts`);
  } finally {
    py.setPrintSink(sink);
  }
  return text;
}

const same = (a: string, b: string): string => (a === b ? "equal, byte for byte" : "DIFFERENT");

heading("The question");
say(
  "Someone predicts more than 1,000 variables at once and wants a small neural network at the end for each: trainable weights " +
    "that are block-diagonal. They test the idea on XOR, with a tf.SparseTensor as the weights of the first layer.",
);
const frozen = recorded("xor_sparse_frozen");
out("\nWhat the script printed in TensorFlow 1.15.5 (recorded):");
show(frozen);
const start = performance.now();
const ours = await printed("xor_sparse_frozen");
out(
  `\nWhat its port (ports/xor_sparse_frozen.ts) prints here, in ${(performance.now() - start).toFixed(0)} ms: ${same(frozen, ours)}.`,
);
show(ours);
say("Epoch 0 and epoch 100 are the same: the sparse weights are frozen.");

heading("Is a sparse matrix not trainable?");
say(
  "So the first answer says. But the freeze comes from the constants: with a tf.Variable as its values, the same SparseTensor " +
    "trains in TensorFlow 1.15.5, and in the port (xor_sparse_variable_values.ts):",
);
const values = await printed("xor_sparse_variable_values");
show(
  values
    .split("\n")
    .filter((line) => line.startsWith("Epoch") || line.includes("values=array"))
    .map((line) => line.replace(/^.*(values=array\(.*?\)).*$/, "$1"))
    .join("\n"),
);
out(`All of its output against the recording: ${same(recorded("xor_sparse_variable_values"), values)}.`);

heading("The masks of the answers");
say(
  "A 0/1 mask keeps a dense weight sparse. It works, and it computes and stores everything dense (xor_mask_variable.ts):",
);
const masked = await printed("xor_mask_variable");
show(
  masked
    .split("\n")
    .filter((line) => line.startsWith("Epoch") || line.startsWith("mask kept"))
    .join("\n"),
);
out(`Against the recording: ${same(recorded("xor_mask_variable"), masked)}.`);
const where = await printed("xor_mask_where");
out(`The answer's other form, tf.where(mask > 0, …) (xor_mask_where.ts): ${same(recorded("xor_mask_where"), where)}.`);
const pasted = await printed("seed_mask_dtype_error");
say(
  "Pasted as written, with an int mask, the first form is an error, and the second answer's SparseTensor is this matrix:",
);
show(pasted.split("\n").slice(0, 2).join("\n"));
show(/\[\[1 0 0 0\][\s\S]*?\]\]/.exec(pasted)?.[0] ?? "");
out(`Against the recording: ${same(recorded("seed_mask_dtype_error"), pasted)}.`);

heading("The fix: a sparse variable that trains");
say(
  "One change to the script: tf.SparseTensor becomes sparse.SparseVariable (and the hidden layer is wide enough to learn XOR).",
);
const learned = await printed("xor_sparse_trainable");
show(
  learned
    .split("\n")
    .filter((line) => /^(Epoch|entries|cost|predictions|seeds)/.test(line))
    .join("\n"),
);

heading("What the question wanted: 1,000 outputs, each a network of its own");
say(
  "Each output: 10 inputs, 8 hidden units, 1 output; the task is synthetic, with noise of variance 0.01 that nobody can predict.",
);
const total = 400;
const result = trainOutputs({
  outputs: 1000,
  steps: total,
  onStep: (step, loss) => progress(step + 1, total, `loss ${loss.toFixed(4)}`),
});
out(`mean squared error on fresh data: ${result.mse.toFixed(4)}; the noise alone: ${result.floor.toFixed(4)}`);
out(
  `trainable values: ${result.values.toLocaleString("en")}; the same layers dense: ${result.dense.toLocaleString("en")}`,
);
out(`one training step of 32 examples: ${result.stepMs.toFixed(1)} ms`);
say(
  "\nAgainst the dense formulation, weights times a mask, in this process (dense grows with the square of the outputs):",
);
for (const row of maskAgainstBlocks()) {
  out(
    `  ${String(row.outputs).padStart(5)} outputs: block-diagonal ${row.blocksMs.toFixed(2)} ms, masked ${row.maskMs.toFixed(1)} ms a step: ${(row.maskMs / row.blocksMs).toFixed(0)} times`,
  );
}

/** A bar that redraws itself in a terminal, and a line every quarter elsewhere. */
function progress(done: number, all: number, note: string): void {
  const filled = Math.round((done / all) * 40);
  const line = `[${"#".repeat(filled)}${".".repeat(40 - filled)}] ${done}/${all} ${note}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === all ? "\n" : ""}`);
  else if (done % Math.ceil(all / 4) === 0) out(line);
}
