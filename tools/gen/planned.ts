/**
 * Writes src/compat/planned/: a typed refusal for every public name of TensorFlow 1.15 that legacy scripts use and that is not
 * there yet. A name that comes to be leaves the table below; test/planned.test.ts asks for it.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type ArgSpec, type PythonApi, pythonText, readPythonApi, resolved } from "./python_api.js";

/** What the names come with, and what a function returns: "" never returns, as none of a class does. */
const PLANNED: readonly {
  readonly plan: string;
  readonly returns: "" | "Tensor" | "Operation";
  readonly names: string;
}[] = [
  {
    plan: "checkpoints and savers",
    returns: "",
    names: `train.Saver train.get_checkpoint_state train.latest_checkpoint train.checkpoint_exists train.import_meta_graph
        saved_model.builder.SavedModelBuilder saved_model.signature_def_utils.build_signature_def
        saved_model.utils.build_tensor_info`,
  },
  {
    plan: "graph files",
    returns: "",
    names: "GraphDef import_graph_def",
  },
  { plan: "summaries", returns: "", names: "summary.FileWriter" },
  {
    plan: "summaries",
    returns: "Tensor",
    names: "summary.scalar summary.histogram summary.image summary.merge summary.merge_all",
  },
  {
    plan: "queues and readers",
    returns: "",
    names: `train.Coordinator train.start_queue_runners train.QueueRunner train.queue_runner.QueueRunner
        train.add_queue_runner train.string_input_producer train.shuffle_batch train.batch train.batch_join
        train.slice_input_producer train.range_input_producer train.match_filenames_once FIFOQueue RandomShuffleQueue
        TFRecordReader TextLineReader FixedLengthRecordReader WholeFileReader`,
  },
  {
    plan: "records and protocol messages",
    returns: "",
    names: `FixedLenFeature VarLenFeature parse_single_example python_io.TFRecordWriter python_io.tf_record_iterator
        train.Feature train.Features train.Example train.SequenceExample train.FeatureList train.FeatureLists
        train.Int64List train.BytesList train.FloatList`,
  },
  {
    plan: "datasets",
    returns: "",
    names: "data.Dataset data.TFRecordDataset data.TextLineDataset data.Iterator",
  },
  {
    plan: "recurrent cells",
    returns: "",
    names: `nn.dynamic_rnn nn.bidirectional_dynamic_rnn nn.static_rnn nn.rnn_cell.MultiRNNCell nn.rnn_cell.BasicLSTMCell
        nn.rnn_cell.LSTMCell nn.rnn_cell.DropoutWrapper nn.rnn_cell.BasicRNNCell nn.rnn_cell.GRUCell`,
  },
  { plan: "layers", returns: "", names: "layers.Dense" },
  {
    plan: "layers",
    returns: "Tensor",
    names: `layers.dense layers.conv2d layers.max_pooling2d layers.average_pooling2d layers.dropout
        layers.batch_normalization layers.flatten layers.conv2d_transpose`,
  },
  {
    plan: "training loops",
    returns: "",
    names: "train.Supervisor train.MonitoredTrainingSession train.StopAtStepHook train.LoggingTensorHook",
  },
  {
    plan: "distributed training",
    returns: "",
    names: "train.Server train.ClusterSpec train.replica_device_setter train.SyncReplicasOptimizer",
  },
  { plan: "candidate sampling", returns: "Tensor", names: "nn.nce_loss nn.sampled_softmax_loss" },
  {
    plan: "the rest of the random operations",
    returns: "Tensor",
    names: "random_crop multinomial random_shuffle",
  },
  { plan: "operations that call back", returns: "", names: "py_func" },
  { plan: "queues and readers", returns: "Tensor", names: "read_file io.read_file" },
  { plan: "lookup tables", returns: "Operation", names: "tables_initializer" },
  { plan: "tests as Python writes them", returns: "", names: "test.TestCase test.main" },
  { plan: "names of older versions", returns: "", names: "disable_v2_behavior initialize_local_variables" },
  { plan: "distributions", returns: "", names: "distributions.Normal" },
  { plan: "distributions", returns: "Tensor", names: "distributions.kl_divergence" },
  { plan: "feature columns", returns: "", names: "feature_column.numeric_column" },
];

const golden = new URL("../../test/goldens/api/tf-1.15.json.gz", import.meta.url);

interface Entry {
  readonly name: string;
  readonly plan: string;
  readonly returns: string;
}

/** Namespace ("" for tf itself) to its names. */
function byNamespace(): ReadonlyMap<string, readonly Entry[]> {
  const out = new Map<string, Entry[]>();
  for (const { plan, returns, names } of PLANNED) {
    for (const path of names.split(/\s+/)) {
      const dot = path.lastIndexOf(".");
      const space = dot < 0 ? "" : path.slice(0, dot);
      const list = out.get(space) ?? [];
      out.set(space, list);
      list.push({ name: path.slice(dot + 1), plan, returns });
    }
  }
  return out;
}

const fileOf = (space: string): string =>
  `src/compat/planned/${space === "" ? "tf" : space.replaceAll(".", "_")}.generated.ts`;

/** Names of tf that the table promises, as `tf.train.Saver`. */
export function plannedNames(): string[] {
  return PLANNED.flatMap(({ names }) => names.split(/\s+/)).map((n) => `tf.${n}`);
}

/** Every parameter by name; a default without a literal stays open. */
function signature(spec: ArgSpec | undefined): string {
  if (!spec) throw new Error("a function without arguments that are known");
  return `(${pythonText(spec)
    .map((p) => p.replace(/=\*$/, "=…"))
    .join(", ")})`;
}

function line(api: PythonApi, space: string, { name, plan, returns }: Entry): string {
  const full = `tf.${space === "" ? "" : `${space}.`}${name}`;
  const entry = resolved(api, full);
  if (!entry || entry.kind === "value") throw new Error(`TensorFlow 1.15 has no function or class ${full}`);
  const head = `/** ${full}: comes with ${plan}. */\nexport const ${name} = `;
  if (entry.kind === "function") {
    const type = returns === "" ? "" : `<${returns}>`;
    return `${head}plannedFunction${type}()("${full}", "${signature(entry.sig)}", "${plan}");`;
  }
  const members = Object.keys(entry.members ?? {}).filter((m) => !m.startsWith("_"));
  const list = members.map((m) => `"${m}"`).join(", ");
  if (entry.init?.varargs !== undefined) return `${head}plannedOpenClass("${full}", [${list}], "${plan}");`;
  return `${head}plannedClass("${full}", "${signature(entry.init)}", [${list}], "${plan}");`;
}

function moduleText(space: string, entries: readonly Entry[]): string {
  const api = readPythonApi(gunzipSync(readFileSync(golden)).toString());
  const lines = entries.map((e) => line(api, space, e));
  const types = ["Operation", "Tensor"].filter((t) => entries.some((e) => e.returns === t));
  const helpers = ["plannedClass", "plannedFunction", "plannedOpenClass"].filter((h) =>
    lines.some((l) => l.includes(`${h}(`) || l.includes(`${h}<`)),
  );
  return [
    `/** Names of tf${space === "" ? "" : `.${space}`} that are not there yet. Generated by tools/gen/planned.ts; do not edit. */`,
    ...types.map((t) => `import type { ${t} } from "../../graph/${t.toLowerCase()}.js";`),
    `import { ${helpers.join(", ")} } from "../planned.js";`,
    "",
    lines.join("\n\n"),
    "",
  ].join("\n");
}

/** Path to the text of each module. */
export const PLANNED_MODULES: Readonly<Record<string, () => string>> = Object.fromEntries(
  [...byNamespace()].map(([space, entries]) => [fileOf(space), () => moduleText(space, entries)]),
);
