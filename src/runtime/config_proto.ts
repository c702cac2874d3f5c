/**
 * Settings of sessions and runs as scripts write them: messages with fields that can be set by keyword or one by one.
 * Source: tensorflow/core/protobuf/config.proto. The embedded engine runs on one thread and has one device: it takes them and
 * needs none.
 */
import { quote } from "../graph/text_format.js";
import { ValueError } from "../np/errors.js";

const ENUMS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  opt_level: { [-1]: "L0" },
  global_jit_level: { [-1]: "OFF", 1: "ON_1", 2: "ON_2" },
  trace_level: { 1: "SOFTWARE_TRACE", 2: "HARDWARE_TRACE", 3: "FULL_TRACE" },
};

function shown(name: string, value: unknown): string {
  if (typeof value === "string") return quote(value);
  return ENUMS[name]?.[Number(value)] ?? String(value);
}

/** The text of a protocol buffer: fields that differ from their default, a line each. */
abstract class Settings {
  toString(): string {
    return linesOf(this)
      .map((line) => `${line}\n`)
      .join("");
  }
  __str__(): string {
    return this.toString();
  }
  __repr__(): string {
    return this.toString();
  }
}

function linesOf(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    if (value instanceof Settings) {
      const inner = linesOf(value);
      return inner.length === 0 ? [] : [`${name} {`, ...inner.map((l) => `  ${l}`), "}"];
    }
    if (value === 0 || value === false || value === "" || value === null || value === undefined) return [];
    if (typeof value === "object") {
      const entries = Object.entries(value as Readonly<Record<string, number>>).toSorted(([a], [b]) =>
        a < b ? -1 : 1,
      );
      return entries.flatMap(([key, count]) => [
        `${name} {`,
        `  key: ${quote(key)}`,
        ...(count === 0 ? [] : [`  value: ${count}`]),
        "}",
      ]);
    }
    return [`${name}: ${shown(name, value)}`];
  });
}

/** Sets what is given; a name that the message lacks is an error, as in Python. */
function assign<T extends Settings>(message: T, fields: Partial<Omit<T, keyof Settings>>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    if (!(name in message))
      throw new ValueError(`Protocol message ${message.constructor.name} has no "${name}" field.`);
    Reflect.set(message, name, value);
  }
}

type FieldsOf<T extends Settings> = Partial<Omit<T, keyof Settings>>;

/** tf.GPUOptions */
export class GPUOptions extends Settings {
  per_process_gpu_memory_fraction = 0;
  allocator_type = "";
  deferred_deletion_bytes = 0;
  allow_growth = false;
  visible_device_list = "";
  polling_active_delay_usecs = 0;
  polling_inactive_delay_msecs = 0;
  force_gpu_compatible = false;

  constructor(fields: FieldsOf<GPUOptions> = {}) {
    super();
    assign(this, fields);
  }
}

/** tf.OptimizerOptions */
export class OptimizerOptions extends Settings {
  static readonly L1 = 0;
  static readonly L0 = -1;
  static readonly DEFAULT = 0;
  static readonly OFF = -1;
  static readonly ON_1 = 1;
  static readonly ON_2 = 2;
  do_common_subexpression_elimination = false;
  do_constant_folding = false;
  opt_level = 0;
  do_function_inlining = false;
  global_jit_level = 0;

  constructor(fields: FieldsOf<OptimizerOptions> = {}) {
    super();
    assign(this, fields);
  }
}

/** tf.GraphOptions */
export class GraphOptions extends Settings {
  enable_recv_scheduling = false;
  optimizer_options: OptimizerOptions = new OptimizerOptions();
  build_cost_model = 0;
  infer_shapes = false;
  place_pruned_graph = false;

  constructor(fields: FieldsOf<GraphOptions> = {}) {
    super();
    assign(this, fields);
  }
}

/** tf.ConfigProto: how a session runs. Field names are those of config.proto. */
export class ConfigProto extends Settings {
  readonly device_count: Record<string, number> = {};
  intra_op_parallelism_threads = 0;
  placement_period = 0;
  inter_op_parallelism_threads = 0;
  gpu_options: GPUOptions = new GPUOptions();
  allow_soft_placement = false;
  log_device_placement = false;
  use_per_session_threads = false;
  graph_options: GraphOptions = new GraphOptions();
  operation_timeout_in_ms = 0;

  constructor(fields: FieldsOf<ConfigProto> = {}) {
    super();
    assign(this, fields);
  }
}

/** tf.RunOptions: what to trace of a run. Nothing is traced yet. */
export class RunOptions extends Settings {
  static readonly NO_TRACE = 0;
  static readonly SOFTWARE_TRACE = 1;
  static readonly HARDWARE_TRACE = 2;
  static readonly FULL_TRACE = 3;
  trace_level = 0;
  timeout_in_ms = 0;
  inter_op_thread_pool = 0;
  output_partition_graphs = false;
  report_tensor_allocations_upon_oom = false;

  constructor(fields: FieldsOf<RunOptions> = {}) {
    super();
    assign(this, fields);
  }
}
