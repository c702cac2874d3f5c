/**
 * Options of sessions and runs: tf.ConfigProto and the messages in it.
 * Source: tensorflow/core/protobuf/config.proto. They are kept and printed; the embedded engine has no devices to configure.
 */
import { type MessageType, messageType } from "../graph/message.js";

export type MessageOf<T> = T extends MessageType<infer F> ? InstanceType<MessageType<F>> : never;

const LEVEL = { L1: 0, L0: -1 } as const;
const GLOBAL_JIT_LEVEL = { DEFAULT: 0, OFF: -1, ON_1: 1, ON_2: 2 } as const;
const TRACE_LEVEL = { NO_TRACE: 0, SOFTWARE_TRACE: 1, HARDWARE_TRACE: 2, FULL_TRACE: 3 } as const;

const ThreadPoolOptionProto = messageType("ThreadPoolOptionProto", { num_threads: "int", global_name: "string" });

const VirtualDevices = messageType("VirtualDevices", { memory_limit_mb: { each: "float" } });
const GpuExperimental = messageType(
  "Experimental",
  {
    virtual_devices: { each: VirtualDevices },
    use_unified_memory: "bool",
    num_dev_to_dev_copy_streams: "int",
    collective_ring_order: "string",
    timestamped_allocator: "bool",
    kernel_tracker_max_interval: "int",
    kernel_tracker_max_bytes: "int",
    kernel_tracker_max_pending: "int",
  },
  { VirtualDevices },
);

/** tf.GPUOptions */
export const GPUOptions = messageType(
  "GPUOptions",
  {
    per_process_gpu_memory_fraction: "double",
    allocator_type: "string",
    deferred_deletion_bytes: "int",
    allow_growth: "bool",
    visible_device_list: "string",
    polling_active_delay_usecs: "int",
    polling_inactive_delay_msecs: "int",
    force_gpu_compatible: "bool",
    experimental: GpuExperimental,
  },
  { Experimental: GpuExperimental },
);

/** tf.OptimizerOptions */
export const OptimizerOptions = messageType(
  "OptimizerOptions",
  {
    do_common_subexpression_elimination: "bool",
    do_constant_folding: "bool",
    opt_level: { names: LEVEL },
    do_function_inlining: "bool",
    global_jit_level: { names: GLOBAL_JIT_LEVEL },
    max_folded_constant_in_bytes: "int",
  },
  { ...LEVEL, ...GLOBAL_JIT_LEVEL },
);

/** tf.GraphOptions; the options of graph rewriting are not there yet. */
export const GraphOptions = messageType("GraphOptions", {
  enable_recv_scheduling: "bool",
  optimizer_options: OptimizerOptions,
  build_cost_model: "int",
  infer_shapes: "bool",
  place_pruned_graph: "bool",
  enable_bfloat16_sendrecv: "bool",
  timeline_step: "int",
  build_cost_model_after: "int",
});

const RPCOptions = messageType("RPCOptions", {
  use_rpc_for_inprocess_master: "bool",
  compression_algorithm: "string",
  compression_level: "int",
  cache_rpc_response: "bool",
  disable_session_connection_sharing: "bool",
});

const ConfigExperimental = messageType("Experimental", {
  collective_group_leader: "string",
  executor_type: "string",
  recv_buf_max_chunk: "int",
  use_numa_affinity: "bool",
  collective_deterministic_sequential_execution: "bool",
  collective_nccl: "bool",
  share_session_state_in_clusterspec_propagation: "bool",
  disable_thread_spinning: "bool",
  share_cluster_devices_in_session: "bool",
  session_metadata: messageType("SessionMetadata", { name: "string", version: "int" }),
  optimize_for_static_graph: "bool",
});

/** tf.ConfigProto: options of a session. */
export const ConfigProto = messageType(
  "ConfigProto",
  {
    device_count: "map",
    intra_op_parallelism_threads: "int",
    placement_period: "int",
    device_filters: { each: "string" },
    inter_op_parallelism_threads: "int",
    gpu_options: GPUOptions,
    allow_soft_placement: "bool",
    log_device_placement: "bool",
    use_per_session_threads: "bool",
    graph_options: GraphOptions,
    operation_timeout_in_ms: "int",
    session_inter_op_thread_pool: { each: ThreadPoolOptionProto },
    rpc_options: RPCOptions,
    isolate_session_state: "bool",
    experimental: ConfigExperimental,
  },
  { Experimental: ConfigExperimental },
);

const RunExperimental = messageType("Experimental", { collective_graph_key: "int", use_run_handler_pool: "bool" });

/** tf.RunOptions: options of one run. */
export const RunOptions = messageType(
  "RunOptions",
  {
    trace_level: { names: TRACE_LEVEL },
    timeout_in_ms: "int",
    inter_op_thread_pool: "int",
    output_partition_graphs: "bool",
    report_tensor_allocations_upon_oom: "bool",
    experimental: RunExperimental,
  },
  { ...TRACE_LEVEL, Experimental: RunExperimental },
);

/** tf.RunMetadata: what a traced run recorded. Runs are not traced yet: it stays empty. */
export const RunMetadata = messageType("RunMetadata", {});
