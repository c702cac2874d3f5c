/**
 * Paths of the public API and the types of what they give. Made from docs/api.txt by tools/gen/port_api.ts; don't edit.
 */

/** A line a path, a tab, the type of what a call gives; behind an equals sign, of what it is. */
export const RESULTS = `tf.AUTO_REUSE.__repr__	"_ReuseMode.AUTO_REUSE"
tf.AggregationMethod.ADD_N	=0
tf.AggregationMethod.DEFAULT	=0
tf.AggregationMethod.EXPERIMENTAL_ACCUMULATE_N	=2
tf.AggregationMethod.EXPERIMENTAL_TREE	=1
tf.Assert	Operation
tf.COMPILER_VERSION	="7.3.1 20180303"
tf.ConfigProto	Message<{ readonly device_count: "map"; readonly intra_op_parallelism_threads: "int"; readonly placement_period: "int"; readonly device_filters: { readonly each: "string"; }; readonly inter_op_parallelism_threads: "int"; readonly gpu_options: MessageType<{ readonly per_process_gpu_memory_fraction: "double"; readonly allocator_type: "string"; readonly deferred_deletion_bytes: "int"; readonly allow_growth: "bool"; readonly visible_device_list: "string"; readonly polling_active_delay_usecs: "int"; readonly polling_inactive_delay_msecs: "int"; readonly force_gpu_compatible: "bool"; readonly experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }> & { readonly Experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }; readonly allow_soft_placement: "bool"; readonly log_device_placement: "bool"; readonly use_per_session_threads: "bool"; readonly graph_options: MessageType<{ readonly enable_recv_scheduling: "bool"; readonly optimizer_options: MessageType<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }> & { readonly L1: 0; readonly L0: -1; readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; readonly build_cost_model: "int"; readonly infer_shapes: "bool"; readonly place_pruned_graph: "bool"; readonly enable_bfloat16_sendrecv: "bool"; readonly timeline_step: "int"; readonly build_cost_model_after: "int"; }> & object; readonly operation_timeout_in_ms: "int"; readonly session_inter_op_thread_pool: { readonly each: MessageType<{ readonly num_threads: "int"; readonly global_name: "string"; }> & object; }; readonly rpc_options: MessageType<{ readonly use_rpc_for_inprocess_master: "bool"; readonly compression_algorithm: "string"; readonly compression_level: "int"; readonly cache_rpc_response: "bool"; readonly disable_session_connection_sharing: "bool"; }> & object; readonly isolate_session_state: "bool"; readonly experimental: MessageType<{ readonly collective_group_leader: "string"; readonly executor_type: "string"; readonly recv_buf_max_chunk: "int"; readonly use_numa_affinity: "bool"; readonly collective_deterministic_sequential_execution: "bool"; readonly collective_nccl: "bool"; readonly share_session_state_in_clusterspec_propagation: "bool"; readonly disable_thread_spinning: "bool"; readonly share_cluster_devices_in_session: "bool"; readonly session_metadata: MessageType<{ readonly name: "string"; readonly version: "int"; }> & object; readonly optimize_for_static_graph: "bool"; }> & object; }>
tf.ConfigProto.Experimental	Message<{ readonly collective_group_leader: "string"; readonly executor_type: "string"; readonly recv_buf_max_chunk: "int"; readonly use_numa_affinity: "bool"; readonly collective_deterministic_sequential_execution: "bool"; readonly collective_nccl: "bool"; readonly share_session_state_in_clusterspec_propagation: "bool"; readonly disable_thread_spinning: "bool"; readonly share_cluster_devices_in_session: "bool"; readonly session_metadata: MessageType<{ readonly name: "string"; readonly version: "int"; }> & object; readonly optimize_for_static_graph: "bool"; }>
tf.ConfigProto.fields	={ readonly device_count: "map"; readonly intra_op_parallelism_threads: "int"; readonly placement_period: "int"; readonly device_filters: { readonly each: "string"; }; readonly inter_op_parallelism_threads: "int"; readonly gpu_options: MessageType<{ readonly per_process_gpu_memory_fraction: "double"; readonly allocator_type: "string"; readonly deferred_deletion_bytes: "int"; readonly allow_growth: "bool"; readonly visible_device_list: "string"; readonly polling_active_delay_usecs: "int"; readonly polling_inactive_delay_msecs: "int"; readonly force_gpu_compatible: "bool"; readonly experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }> & { readonly Experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }; readonly allow_soft_placement: "bool"; readonly log_device_placement: "bool"; readonly use_per_session_threads: "bool"; readonly graph_options: MessageType<{ readonly enable_recv_scheduling: "bool"; readonly optimizer_options: MessageType<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }> & { readonly L1: 0; readonly L0: -1; readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; readonly build_cost_model: "int"; readonly infer_shapes: "bool"; readonly place_pruned_graph: "bool"; readonly enable_bfloat16_sendrecv: "bool"; readonly timeline_step: "int"; readonly build_cost_model_after: "int"; }> & object; readonly operation_timeout_in_ms: "int"; readonly session_inter_op_thread_pool: { readonly each: MessageType<{ readonly num_threads: "int"; readonly global_name: "string"; }> & object; }; readonly rpc_options: MessageType<{ readonly use_rpc_for_inprocess_master: "bool"; readonly compression_algorithm: "string"; readonly compression_level: "int"; readonly cache_rpc_response: "bool"; readonly disable_session_connection_sharing: "bool"; }> & object; readonly isolate_session_state: "bool"; readonly experimental: MessageType<{ readonly collective_group_leader: "string"; readonly executor_type: "string"; readonly recv_buf_max_chunk: "int"; readonly use_numa_affinity: "bool"; readonly collective_deterministic_sequential_execution: "bool"; readonly collective_nccl: "bool"; readonly share_session_state_in_clusterspec_propagation: "bool"; readonly disable_thread_spinning: "bool"; readonly share_cluster_devices_in_session: "bool"; readonly session_metadata: MessageType<{ readonly name: "string"; readonly version: "int"; }> & object; readonly optimize_for_static_graph: "bool"; }> & object; }
tf.ConfigProto.allow_soft_placement	=boolean
tf.ConfigProto.device_count	=Record<string, number>
tf.ConfigProto.device_filters	=string[]
tf.ConfigProto.experimental	=Message<{ readonly collective_group_leader: "string"; readonly executor_type: "string"; readonly recv_buf_max_chunk: "int"; readonly use_numa_affinity: "bool"; readonly collective_deterministic_sequential_execution: "bool"; readonly collective_nccl: "bool"; readonly share_session_state_in_clusterspec_propagation: "bool"; readonly disable_thread_spinning: "bool"; readonly share_cluster_devices_in_session: "bool"; readonly session_metadata: MessageType<{ readonly name: "string"; readonly version: "int"; }> & object; readonly optimize_for_static_graph: "bool"; }>
tf.ConfigProto.gpu_options	=Message<{ readonly per_process_gpu_memory_fraction: "double"; readonly allocator_type: "string"; readonly deferred_deletion_bytes: "int"; readonly allow_growth: "bool"; readonly visible_device_list: "string"; readonly polling_active_delay_usecs: "int"; readonly polling_inactive_delay_msecs: "int"; readonly force_gpu_compatible: "bool"; readonly experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }>
tf.ConfigProto.graph_options	=Message<{ readonly enable_recv_scheduling: "bool"; readonly optimizer_options: MessageType<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }> & { readonly L1: 0; readonly L0: -1; readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; readonly build_cost_model: "int"; readonly infer_shapes: "bool"; readonly place_pruned_graph: "bool"; readonly enable_bfloat16_sendrecv: "bool"; readonly timeline_step: "int"; readonly build_cost_model_after: "int"; }>
tf.ConfigProto.inter_op_parallelism_threads	=number
tf.ConfigProto.intra_op_parallelism_threads	=number
tf.ConfigProto.isolate_session_state	=boolean
tf.ConfigProto.log_device_placement	=boolean
tf.ConfigProto.operation_timeout_in_ms	=number
tf.ConfigProto.placement_period	=number
tf.ConfigProto.rpc_options	=Message<{ readonly use_rpc_for_inprocess_master: "bool"; readonly compression_algorithm: "string"; readonly compression_level: "int"; readonly cache_rpc_response: "bool"; readonly disable_session_connection_sharing: "bool"; }>
tf.ConfigProto.session_inter_op_thread_pool	=Message<{ readonly num_threads: "int"; readonly global_name: "string"; }>[]
tf.ConfigProto.use_per_session_threads	=boolean
tf.DType	DType
tf.DType.__repr__	string
tf.DType.__str__	string
tf.DType.as_datatype_enum	=number
tf.DType.as_numpy_dtype	=NumpyType
tf.DType.base_dtype	=DType
tf.DType.is_bool	=boolean
tf.DType.is_compatible_with	boolean
tf.DType.is_complex	=boolean
tf.DType.is_floating	=boolean
tf.DType.is_integer	=boolean
tf.DType.is_quantized	=boolean
tf.DType.is_unsigned	=boolean
tf.DType.limits	=PyTuple<number | bigint | boolean | NDArray>
tf.DType.max	=number | bigint | NDArray
tf.DType.min	=number | bigint | NDArray
tf.DType.name	=string
tf.DType.real_dtype	=DType
tf.DType.size	=number
tf.Dimension	Dimension
tf.Dimension.__index__	number
tf.Dimension.__int__	number
tf.Dimension.__repr__	string
tf.Dimension.__str__	string
tf.Dimension.add	Dimension
tf.Dimension.assert_is_compatible_with	void
tf.Dimension.eq	Answer
tf.Dimension.floordiv	Dimension
tf.Dimension.ge	Answer
tf.Dimension.gt	Answer
tf.Dimension.is_compatible_with	boolean
tf.Dimension.le	Answer
tf.Dimension.lt	Answer
tf.Dimension.merge_with	Dimension
tf.Dimension.mod	Dimension
tf.Dimension.mul	Dimension
tf.Dimension.ne	Answer
tf.Dimension.radd	Dimension
tf.Dimension.rfloordiv	Dimension
tf.Dimension.rmod	Dimension
tf.Dimension.rmul	Dimension
tf.Dimension.rsub	Dimension
tf.Dimension.rtruediv	never
tf.Dimension.sub	Dimension
tf.Dimension.truediv	never
tf.Dimension.value	=number | null
tf.FIFOQueue	=Missing
tf.FixedLenFeature	=Missing
tf.FixedLengthRecordReader	=Missing
tf.GIT_VERSION	="v1.15.4-39-g3db52be"
tf.GPUOptions	Message<{ readonly per_process_gpu_memory_fraction: "double"; readonly allocator_type: "string"; readonly deferred_deletion_bytes: "int"; readonly allow_growth: "bool"; readonly visible_device_list: "string"; readonly polling_active_delay_usecs: "int"; readonly polling_inactive_delay_msecs: "int"; readonly force_gpu_compatible: "bool"; readonly experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }>
tf.GPUOptions.Experimental	Message<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }>
tf.GPUOptions.fields	={ readonly per_process_gpu_memory_fraction: "double"; readonly allocator_type: "string"; readonly deferred_deletion_bytes: "int"; readonly allow_growth: "bool"; readonly visible_device_list: "string"; readonly polling_active_delay_usecs: "int"; readonly polling_inactive_delay_msecs: "int"; readonly force_gpu_compatible: "bool"; readonly experimental: MessageType<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }> & { readonly VirtualDevices: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; }
tf.GPUOptions.allocator_type	=string
tf.GPUOptions.allow_growth	=boolean
tf.GPUOptions.deferred_deletion_bytes	=number
tf.GPUOptions.experimental	=Message<{ readonly virtual_devices: { readonly each: MessageType<{ readonly memory_limit_mb: { readonly each: "float"; }; }> & object; }; readonly use_unified_memory: "bool"; readonly num_dev_to_dev_copy_streams: "int"; readonly collective_ring_order: "string"; readonly timestamped_allocator: "bool"; readonly kernel_tracker_max_interval: "int"; readonly kernel_tracker_max_bytes: "int"; readonly kernel_tracker_max_pending: "int"; }>
tf.GPUOptions.force_gpu_compatible	=boolean
tf.GPUOptions.per_process_gpu_memory_fraction	=number
tf.GPUOptions.polling_active_delay_usecs	=number
tf.GPUOptions.polling_inactive_delay_msecs	=number
tf.GPUOptions.visible_device_list	=string
tf.GRAPH_DEF_VERSION	=134
tf.GRAPH_DEF_VERSION_MIN_CONSUMER	=0
tf.GRAPH_DEF_VERSION_MIN_PRODUCER	=0
tf.Graph	Graph
tf.Graph.add_to_collection	void
tf.Graph.add_to_collections	void
tf.Graph.as_default	ContextManager<Graph>
tf.Graph.as_graph_def	GraphDef
tf.Graph.as_graph_element	Operation | Tensor
tf.Graph.building_function	=boolean
tf.Graph.clear_collection	void
tf.Graph.collections	=string[]
tf.Graph.colocate_with	ContextManager<void>
tf.Graph.control_dependencies	ContextManager<void>
tf.Graph.controls	=ControlStack
tf.Graph.device	ContextManager<void>
tf.Graph.edition	=number
tf.Graph.finalize	void
tf.Graph.finalized	=boolean
tf.Graph.get_all_collection_keys	string[]
tf.Graph.get_collection	unknown[]
tf.Graph.get_collection_ref	unknown[]
tf.Graph.get_name_scope	string
tf.Graph.get_operation_by_name	Operation
tf.Graph.get_operations	Operation[]
tf.Graph.get_tensor_by_name	Tensor
tf.Graph.gradient_override_map	ContextManager<void>
tf.Graph.is_feedable	boolean
tf.Graph.is_fetchable	boolean
tf.Graph.name_scope	ContextManager<string>
tf.Graph.naming	=Naming
tf.Graph.prevent_feeding	void
tf.Graph.prevent_fetching	void
tf.Graph.seed	=number | bigint | null
tf.Graph.touch	void
tf.Graph.unique_name	string
tf.Graph.version	=number
tf.GraphDef	=Missing
tf.GraphKeys.ACTIVATIONS	="activations"
tf.GraphKeys.ASSET_FILEPATHS	="asset_filepaths"
tf.GraphKeys.BIASES	="biases"
tf.GraphKeys.CONCATENATED_VARIABLES	="concatenated_variables"
tf.GraphKeys.COND_CONTEXT	="cond_context"
tf.GraphKeys.EVAL_STEP	="eval_step"
tf.GraphKeys.GLOBAL_STEP	="global_step"
tf.GraphKeys.GLOBAL_VARIABLES	="variables"
tf.GraphKeys.INIT_OP	="init_op"
tf.GraphKeys.LOCAL_INIT_OP	="local_init_op"
tf.GraphKeys.LOCAL_RESOURCES	="local_resources"
tf.GraphKeys.LOCAL_VARIABLES	="local_variables"
tf.GraphKeys.LOSSES	="losses"
tf.GraphKeys.METRIC_VARIABLES	="metric_variables"
tf.GraphKeys.MODEL_VARIABLES	="model_variables"
tf.GraphKeys.MOVING_AVERAGE_VARIABLES	="moving_average_variables"
tf.GraphKeys.QUEUE_RUNNERS	="queue_runners"
tf.GraphKeys.READY_FOR_LOCAL_INIT_OP	="ready_for_local_init_op"
tf.GraphKeys.READY_OP	="ready_op"
tf.GraphKeys.REGULARIZATION_LOSSES	="regularization_losses"
tf.GraphKeys.RESOURCES	="resources"
tf.GraphKeys.SAVEABLE_OBJECTS	="saveable_objects"
tf.GraphKeys.SAVERS	="savers"
tf.GraphKeys.SUMMARIES	="summaries"
tf.GraphKeys.SUMMARY_OP	="summary_op"
tf.GraphKeys.TABLE_INITIALIZERS	="table_initializer"
tf.GraphKeys.TRAINABLE_RESOURCE_VARIABLES	="trainable_resource_variables"
tf.GraphKeys.TRAINABLE_VARIABLES	="trainable_variables"
tf.GraphKeys.TRAIN_OP	="train_op"
tf.GraphKeys.UPDATE_OPS	="update_ops"
tf.GraphKeys.WEIGHTS	="weights"
tf.GraphKeys.WHILE_CONTEXT	="while_context"
tf.GraphOptions	Message<{ readonly enable_recv_scheduling: "bool"; readonly optimizer_options: MessageType<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }> & { readonly L1: 0; readonly L0: -1; readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; readonly build_cost_model: "int"; readonly infer_shapes: "bool"; readonly place_pruned_graph: "bool"; readonly enable_bfloat16_sendrecv: "bool"; readonly timeline_step: "int"; readonly build_cost_model_after: "int"; }>
tf.GraphOptions.fields	={ readonly enable_recv_scheduling: "bool"; readonly optimizer_options: MessageType<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }> & { readonly L1: 0; readonly L0: -1; readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; readonly build_cost_model: "int"; readonly infer_shapes: "bool"; readonly place_pruned_graph: "bool"; readonly enable_bfloat16_sendrecv: "bool"; readonly timeline_step: "int"; readonly build_cost_model_after: "int"; }
tf.GraphOptions.build_cost_model	=number
tf.GraphOptions.build_cost_model_after	=number
tf.GraphOptions.enable_bfloat16_sendrecv	=boolean
tf.GraphOptions.enable_recv_scheduling	=boolean
tf.GraphOptions.infer_shapes	=boolean
tf.GraphOptions.optimizer_options	=Message<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }>
tf.GraphOptions.place_pruned_graph	=boolean
tf.GraphOptions.timeline_step	=number
tf.HistogramProto	HistogramProto
tf.HistogramProto.__repr__	string
tf.HistogramProto.__str__	string
tf.HistogramProto.bucket	=number[]
tf.HistogramProto.bucket_limit	=number[]
tf.HistogramProto.max	=number
tf.HistogramProto.min	=number
tf.HistogramProto.num	=number
tf.HistogramProto.sum	=number
tf.HistogramProto.sum_squares	=number
tf.IndexedSlices	IndexedSlices
tf.IndexedSlices.__repr__	string
tf.IndexedSlices.__str__	string
tf.IndexedSlices.dense_shape	=Tensor | null
tf.IndexedSlices.device	=string
tf.IndexedSlices.dtype	=DType
tf.IndexedSlices.graph	=Graph
tf.IndexedSlices.indices	=Tensor
tf.IndexedSlices.name	=string
tf.IndexedSlices.op	=Operation
tf.IndexedSlices.shape	=TensorShape
tf.IndexedSlices.values	=Tensor
tf.InteractiveSession	InteractiveSession
tf.InteractiveSession.as_default	ContextManager<InteractiveSession>
tf.InteractiveSession.close	void
tf.InteractiveSession.graph	=Graph
tf.InteractiveSession.run	FetchResult<F>
tf.InteractiveSession.sess_str	=string
tf.OpError	OpError
tf.OpError.__repr__	string
tf.OpError.__str__	string
tf.OpError.args	=readonly unknown[]
tf.OpError.error_code	=Code
tf.OpError.message_template	=string
tf.OpError.node_def	=NodeDef | null
tf.OpError.op	=Operation | null
tf.Operation	Operation
tf.Operation.__repr__	string
tf.Operation.__str__	string
tf.Operation.attr	T
tf.Operation.attrs	=Attrs
tf.Operation.colocation_groups	readonly string[]
tf.Operation.control_inputs	=readonly Operation[]
tf.Operation.device	=string
tf.Operation.get_attr	AttrValue
tf.Operation.graph	=Graph
tf.Operation.id	=number
tf.Operation.inputs	=readonly Tensor[]
tf.Operation.name	=string
tf.Operation.node_def	=NodeDef
tf.Operation.op_def	=OpDef
tf.Operation.outputs	=readonly Tensor[]
tf.Operation.run	void
tf.Operation.type	=string
tf.Operation.values	readonly Tensor[]
tf.OptimizerOptions	Message<{ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }>
tf.OptimizerOptions.DEFAULT	=0
tf.OptimizerOptions.L0	=-1
tf.OptimizerOptions.L1	=0
tf.OptimizerOptions.OFF	=-1
tf.OptimizerOptions.ON_1	=1
tf.OptimizerOptions.ON_2	=2
tf.OptimizerOptions.fields	={ readonly do_common_subexpression_elimination: "bool"; readonly do_constant_folding: "bool"; readonly opt_level: { readonly names: { readonly L1: 0; readonly L0: -1; }; }; readonly do_function_inlining: "bool"; readonly global_jit_level: { readonly names: { readonly DEFAULT: 0; readonly OFF: -1; readonly ON_1: 1; readonly ON_2: 2; }; }; readonly max_folded_constant_in_bytes: "int"; }
tf.OptimizerOptions.do_common_subexpression_elimination	=boolean
tf.OptimizerOptions.do_constant_folding	=boolean
tf.OptimizerOptions.do_function_inlining	=boolean
tf.OptimizerOptions.global_jit_level	=number
tf.OptimizerOptions.max_folded_constant_in_bytes	=number
tf.OptimizerOptions.opt_level	=number
tf.RandomShuffleQueue	=Missing
tf.RegisterGradient	<F extends UserGradient>(f: F) => F
tf.RunMetadata	Message<{}>
tf.RunMetadata.fields	={}
tf.RunOptions	Message<{ readonly trace_level: { readonly names: { readonly NO_TRACE: 0; readonly SOFTWARE_TRACE: 1; readonly HARDWARE_TRACE: 2; readonly FULL_TRACE: 3; }; }; readonly timeout_in_ms: "int"; readonly inter_op_thread_pool: "int"; readonly output_partition_graphs: "bool"; readonly report_tensor_allocations_upon_oom: "bool"; readonly experimental: MessageType<{ readonly collective_graph_key: "int"; readonly use_run_handler_pool: "bool"; }> & object; }>
tf.RunOptions.Experimental	Message<{ readonly collective_graph_key: "int"; readonly use_run_handler_pool: "bool"; }>
tf.RunOptions.FULL_TRACE	=3
tf.RunOptions.HARDWARE_TRACE	=2
tf.RunOptions.NO_TRACE	=0
tf.RunOptions.SOFTWARE_TRACE	=1
tf.RunOptions.fields	={ readonly trace_level: { readonly names: { readonly NO_TRACE: 0; readonly SOFTWARE_TRACE: 1; readonly HARDWARE_TRACE: 2; readonly FULL_TRACE: 3; }; }; readonly timeout_in_ms: "int"; readonly inter_op_thread_pool: "int"; readonly output_partition_graphs: "bool"; readonly report_tensor_allocations_upon_oom: "bool"; readonly experimental: MessageType<{ readonly collective_graph_key: "int"; readonly use_run_handler_pool: "bool"; }> & object; }
tf.RunOptions.experimental	=Message<{ readonly collective_graph_key: "int"; readonly use_run_handler_pool: "bool"; }>
tf.RunOptions.inter_op_thread_pool	=number
tf.RunOptions.output_partition_graphs	=boolean
tf.RunOptions.report_tensor_allocations_upon_oom	=boolean
tf.RunOptions.timeout_in_ms	=number
tf.RunOptions.trace_level	=number
tf.Session	Session
tf.Session.__enter__	Session
tf.Session.__exit__	void
tf.Session.as_default	ContextManager<Session>
tf.Session.close	void
tf.Session.graph	=Graph
tf.Session.run	FetchResult<F>
tf.Session.sess_str	=string
tf.SparseTensor	SparseTensor
tf.SparseTensor.__repr__	string
tf.SparseTensor.__str__	string
tf.SparseTensor.dense_shape	=Tensor
tf.SparseTensor.div	SparseTensor
tf.SparseTensor.dtype	=DType
tf.SparseTensor.eval	unknown
tf.SparseTensor.get_shape	TensorShape
tf.SparseTensor.graph	=Graph
tf.SparseTensor.indices	=Tensor
tf.SparseTensor.mul	SparseTensor
tf.SparseTensor.op	=Operation
tf.SparseTensor.shape	=TensorShape
tf.SparseTensor.truediv	SparseTensor
tf.SparseTensor.values	=Tensor
tf.SparseTensorValue	SparseTensorValue<unknown, unknown, unknown>
tf.SparseTensorValue.__repr__	string
tf.SparseTensorValue.__str__	string
tf.SparseTensorValue.dense_shape	=unknown
tf.SparseTensorValue.indices	=unknown
tf.SparseTensorValue.values	=unknown
tf.Summary	Summary
tf.Summary.Value	SummaryValue
tf.Summary.__repr__	string
tf.Summary.__str__	string
tf.Summary.value	=RepeatedMessages<SummaryValue, SummaryValueFields>
tf.TFRecordReader	=Missing
tf.Tensor	Tensor
tf.Tensor.__array__	Strided
tf.Tensor.__bool__	never
tf.Tensor.__len__	never
tf.Tensor.__repr__	string
tf.Tensor.__str__	string
tf.Tensor.abs	Tensor
tf.Tensor.add	Tensor
tf.Tensor.and_	Tensor
tf.Tensor.at	Tensor
tf.Tensor.consumers	Operation[]
tf.Tensor.device	=string
tf.Tensor.div	Tensor
tf.Tensor.dtype	=DType
tf.Tensor.eq	boolean
tf.Tensor.eval	unknown
tf.Tensor.floordiv	Tensor
tf.Tensor.ge	Tensor
tf.Tensor.get_shape	TensorShape
tf.Tensor.graph	=Graph
tf.Tensor.gt	Tensor
tf.Tensor.invert	Tensor
tf.Tensor.le	Tensor
tf.Tensor.lt	Tensor
tf.Tensor.matmul	Tensor
tf.Tensor.mod	Tensor
tf.Tensor.mul	SparseTensor
tf.Tensor.name	=string
tf.Tensor.ne	boolean
tf.Tensor.neg	Tensor
tf.Tensor.op	=Operation
tf.Tensor.operand	Tensor
tf.Tensor.or_	Tensor
tf.Tensor.pow	Tensor
tf.Tensor.radd	Tensor
tf.Tensor.rand_	Tensor
tf.Tensor.rdiv	Tensor
tf.Tensor.rfloordiv	Tensor
tf.Tensor.rmatmul	Tensor
tf.Tensor.rmod	Tensor
tf.Tensor.rmul	Tensor
tf.Tensor.ror_	Tensor
tf.Tensor.rpow	Tensor
tf.Tensor.rsub	Tensor
tf.Tensor.rtruediv	Tensor
tf.Tensor.rxor	Tensor
tf.Tensor.set_shape	void
tf.Tensor.shape	=TensorShape
tf.Tensor.sub	Tensor
tf.Tensor.truediv	Tensor
tf.Tensor.value_index	=number
tf.Tensor.xor	Tensor
tf.TensorArray	TensorArray
tf.TensorArray.close	Operation
tf.TensorArray.concat	Tensor
tf.TensorArray.dtype	=DType
tf.TensorArray.dynamic_size	=boolean
tf.TensorArray.element_shape	=TensorShape
tf.TensorArray.flow	=Tensor
tf.TensorArray.gather	Tensor
tf.TensorArray.grad	TensorArray
tf.TensorArray.handle	=Tensor
tf.TensorArray.identity	TensorArray
tf.TensorArray.read	Tensor
tf.TensorArray.scatter	TensorArray
tf.TensorArray.size	Tensor
tf.TensorArray.split	TensorArray
tf.TensorArray.stack	Tensor
tf.TensorArray.unstack	TensorArray
tf.TensorArray.write	TensorArray
tf.TensorShape	TensorShape
tf.TensorShape.__bool__	boolean
tf.TensorShape.__len__	number
tf.TensorShape.__repr__	string
tf.TensorShape.__str__	string
tf.TensorShape.add	TensorShape
tf.TensorShape.as_list	(number | null)[]
tf.TensorShape.assert_has_rank	void
tf.TensorShape.assert_is_compatible_with	void
tf.TensorShape.assert_is_fully_defined	void
tf.TensorShape.assert_same_rank	void
tf.TensorShape.at	Dimension
tf.TensorShape.concatenate	TensorShape
tf.TensorShape.dims	=Dims | null
tf.TensorShape.eq	boolean
tf.TensorShape.equals	boolean
tf.TensorShape.is_compatible_with	boolean
tf.TensorShape.is_fully_defined	boolean
tf.TensorShape.known	=readonly number[] | null
tf.TensorShape.length	=number
tf.TensorShape.merge_with	TensorShape
tf.TensorShape.most_specific_compatible_shape	TensorShape
tf.TensorShape.ndims	=number | null
tf.TensorShape.ne	boolean
tf.TensorShape.num_elements	number | null
tf.TensorShape.radd	TensorShape
tf.TensorShape.rank	=number | null
tf.TensorShape.with_rank	TensorShape
tf.TensorShape.with_rank_at_least	TensorShape
tf.TensorShape.with_rank_at_most	TensorShape
tf.TextLineReader	=Missing
tf.UnconnectedGradients.NONE	="none"
tf.UnconnectedGradients.ZERO	="zero"
tf.VERSION	="1.15.5"
tf.VarLenFeature	=Missing
tf.Variable	Variable
tf.Variable.__array__	never
tf.Variable.__repr__	string
tf.Variable.__str__	string
tf.Variable._get_save_slice_info	SaveSliceInfo | null
tf.Variable._ref	Tensor
tf.Variable._set_save_slice_info	void
tf.Variable.abs	Tensor
tf.Variable.add	Tensor
tf.Variable.and_	Tensor
tf.Variable.assign	Written
tf.Variable.assign_add	Written
tf.Variable.assign_sub	Written
tf.Variable.at	VariableSlice
tf.Variable.batch_scatter_update	Written
tf.Variable.constraint	=Constraint | null
tf.Variable.count_up_to	Tensor
tf.Variable.device	=string
tf.Variable.div	Tensor
tf.Variable.dtype	=DType
tf.Variable.eq	boolean
tf.Variable.eval	unknown
tf.Variable.floordiv	Tensor
tf.Variable.ge	Tensor
tf.Variable.get_shape	TensorShape
tf.Variable.graph	=Graph
tf.Variable.gt	Tensor
tf.Variable.initial_value	=Tensor
tf.Variable.initialized_value	Tensor
tf.Variable.initializer	=Operation
tf.Variable.invert	Tensor
tf.Variable.le	Tensor
tf.Variable.load	void
tf.Variable.lt	Tensor
tf.Variable.matmul	Tensor
tf.Variable.mod	Tensor
tf.Variable.mul	SparseTensor
tf.Variable.name	=string
tf.Variable.ne	boolean
tf.Variable.neg	Tensor
tf.Variable.op	=Operation
tf.Variable.operand	Tensor
tf.Variable.or_	Tensor
tf.Variable.pow	Tensor
tf.Variable.radd	Tensor
tf.Variable.rand_	Tensor
tf.Variable.rdiv	Tensor
tf.Variable.read_value	Tensor
tf.Variable.rfloordiv	Tensor
tf.Variable.rmatmul	Tensor
tf.Variable.rmod	Tensor
tf.Variable.rmul	Tensor
tf.Variable.ror_	Tensor
tf.Variable.rpow	Tensor
tf.Variable.rsub	Tensor
tf.Variable.rtruediv	Tensor
tf.Variable.rxor	Tensor
tf.Variable.scatter_add	Written
tf.Variable.scatter_div	Written
tf.Variable.scatter_max	Written
tf.Variable.scatter_min	Written
tf.Variable.scatter_mul	Written
tf.Variable.scatter_nd_add	Written
tf.Variable.scatter_nd_sub	Written
tf.Variable.scatter_nd_update	Written
tf.Variable.scatter_sub	Written
tf.Variable.scatter_update	Written
tf.Variable.set_shape	void
tf.Variable.shape	=TensorShape
tf.Variable.sub	Tensor
tf.Variable.trainable	=boolean
tf.Variable.truediv	Tensor
tf.Variable.value	Tensor
tf.Variable.xor	Tensor
tf.VariableScope	VariableScope
tf.VariableScope.caching_device	=string | null
tf.VariableScope.constraint	=Constraint | null
tf.VariableScope.custom_getter	=CustomGetter | null
tf.VariableScope.dtype	=DType
tf.VariableScope.get	PartitionedVariable | Variable
tf.VariableScope.get_collection	unknown[]
tf.VariableScope.global_variables	Variable[]
tf.VariableScope.initializer	=InitializerLike | null
tf.VariableScope.local_variables	Variable[]
tf.VariableScope.name	=string
tf.VariableScope.original_name_scope	=string
tf.VariableScope.partitioner	=Partitioner | null
tf.VariableScope.regularizer	=Regularizer | null
tf.VariableScope.reuse	=Reuse
tf.VariableScope.reuse_variables	void
tf.VariableScope.set_caching_device	void
tf.VariableScope.set_custom_getter	void
tf.VariableScope.set_dtype	void
tf.VariableScope.set_initializer	void
tf.VariableScope.set_partitioner	void
tf.VariableScope.set_regularizer	void
tf.VariableScope.set_use_resource	void
tf.VariableScope.settings	=ScopeInit
tf.VariableScope.trainable_variables	Variable[]
tf.VariableScope.use_resource	=boolean | null
tf.WholeFileReader	=Missing
tf.__version__	="1.15.5"
tf.abs	Tensor
tf.accumulate_n	Tensor
tf.acos	Tensor
tf.acosh	Tensor
tf.add	Tensor
tf.add_n	Tensor
tf.add_to_collection	void
tf.add_to_collections	void
tf.all_variables	Variable[]
tf.angle	Tensor
tf.app.flags.DEFINE_bool	void
tf.app.flags.DEFINE_boolean	void
tf.app.flags.DEFINE_enum	void
tf.app.flags.DEFINE_float	void
tf.app.flags.DEFINE_integer	void
tf.app.flags.DEFINE_list	void
tf.app.flags.DEFINE_multi_float	void
tf.app.flags.DEFINE_multi_integer	void
tf.app.flags.DEFINE_multi_string	void
tf.app.flags.DEFINE_spaceseplist	void
tf.app.flags.DEFINE_string	void
tf.app.flags.DuplicateFlagError	DuplicateFlagError
tf.app.flags.DuplicateFlagError.args	=readonly unknown[]
tf.app.flags.Error	FlagError
tf.app.flags.Error.args	=readonly unknown[]
tf.app.flags.FLAGS	string[]
tf.app.flags.IllegalFlagValueError	IllegalFlagValueError
tf.app.flags.IllegalFlagValueError.args	=readonly unknown[]
tf.app.flags.UnrecognizedFlagError	UnrecognizedFlagError
tf.app.flags.UnrecognizedFlagError.args	=readonly unknown[]
tf.app.flags.mark_flag_as_required	void
tf.app.flags.mark_flags_as_required	void
tf.app.run	void
tf.arg_max	Tensor
tf.arg_min	Tensor
tf.argmax	Tensor
tf.argmin	Tensor
tf.argsort	Tensor
tf.as_dtype	DType
tf.as_string	Tensor
tf.asin	Tensor
tf.asinh	Tensor
tf.assert_equal	Operation
tf.assert_greater	Operation
tf.assert_greater_equal	Operation
tf.assert_integer	Operation
tf.assert_less	Operation
tf.assert_less_equal	Operation
tf.assert_near	Operation
tf.assert_negative	Operation
tf.assert_non_negative	Operation
tf.assert_non_positive	Operation
tf.assert_none_equal	Operation
tf.assert_positive	Operation
tf.assert_proper_iterable	void
tf.assert_rank	Operation
tf.assert_rank_at_least	Operation
tf.assert_rank_in	Operation
tf.assert_same_float_dtype	DType
tf.assert_scalar	Tensor
tf.assert_type	Operation
tf.assert_variables_initialized	Tensor | null
tf.assign	Written
tf.assign_add	Written
tf.assign_sub	Written
tf.atan	Tensor
tf.atan2	Tensor
tf.atanh	Tensor
tf.batch_gather	Tensor
tf.batch_scatter_update	Written
tf.batch_to_space	Tensor
tf.batch_to_space_nd	Tensor
tf.betainc	Tensor
tf.bfloat16	=DType
tf.bincount	Tensor
tf.bitcast	Tensor
tf.bitwise.bitwise_and	Tensor
tf.bitwise.bitwise_or	Tensor
tf.bitwise.bitwise_xor	Tensor
tf.bitwise.invert	Tensor
tf.bitwise.left_shift	Tensor
tf.bitwise.right_shift	Tensor
tf.bool	=DType
tf.boolean_mask	Tensor
tf.broadcast_dynamic_shape	Tensor
tf.broadcast_static_shape	TensorShape
tf.broadcast_to	Tensor
tf.case	Built<T>
tf.cast	Tensor
tf.ceil	Tensor
tf.check_numerics	Tensor
tf.cholesky	Tensor
tf.cholesky_solve	Tensor
tf.clip_by_average_norm	Tensor
tf.clip_by_global_norm	[(IndexedSlices | Tensor | null)[], Tensor]
tf.clip_by_norm	IndexedSlices | Tensor
tf.clip_by_value	IndexedSlices | Tensor
tf.colocate_with	ContextManager<void>
tf.compat.as_bytes	Uint8Array<ArrayBufferLike>
tf.compat.as_str	string
tf.compat.as_str_any	string
tf.compat.as_text	string
tf.complex	Tensor
tf.complex128	=DType
tf.complex64	=DType
tf.concat	Tensor
tf.cond	Built<T>
tf.confusion_matrix	Tensor
tf.conj	Tensor
tf.constant	Tensor
tf.constant_initializer	Constant
tf.constant_initializer.call	Tensor
tf.constant_initializer.dtype	=DType
tf.contrib	=Missing
tf.control_dependencies	ContextManager<void>
tf.convert_to_tensor	Tensor
tf.cos	Tensor
tf.cosh	Tensor
tf.count_nonzero	Tensor
tf.count_up_to	Tensor
tf.create_partitioned_variables	Variable[]
tf.cross	Tensor
tf.cumprod	Tensor
tf.cumsum	Tensor
tf.custom_gradient	(...args: readonly TensorLike[]) => R
tf.data.Dataset	=Missing
tf.data.Iterator	=Missing
tf.data.TFRecordDataset	=Missing
tf.data.TextLineDataset	=Missing
tf.debugging.Assert	Operation
tf.debugging.assert_equal	Operation
tf.debugging.assert_greater	Operation
tf.debugging.assert_greater_equal	Operation
tf.debugging.assert_integer	Operation
tf.debugging.assert_less	Operation
tf.debugging.assert_less_equal	Operation
tf.debugging.assert_near	Operation
tf.debugging.assert_negative	Operation
tf.debugging.assert_non_negative	Operation
tf.debugging.assert_non_positive	Operation
tf.debugging.assert_none_equal	Operation
tf.debugging.assert_positive	Operation
tf.debugging.assert_proper_iterable	void
tf.debugging.assert_rank	Operation
tf.debugging.assert_rank_at_least	Operation
tf.debugging.assert_rank_in	Operation
tf.debugging.assert_same_float_dtype	DType
tf.debugging.assert_scalar	Tensor
tf.debugging.assert_type	Operation
tf.debugging.check_numerics	Tensor
tf.debugging.is_finite	Tensor
tf.debugging.is_inf	Tensor
tf.debugging.is_nan	Tensor
tf.debugging.is_non_decreasing	Tensor
tf.debugging.is_numeric_tensor	boolean
tf.debugging.is_strictly_increasing	Tensor
tf.decode_base64	Tensor
tf.decode_csv	Tensor[]
tf.decode_raw	Tensor
tf.depth_to_space	Tensor
tf.device	ContextManager<void>
tf.diag	Tensor
tf.diag_part	Tensor
tf.digamma	Tensor
tf.disable_resource_variables	void
tf.disable_v2_behavior	void
tf.distributions.Normal	=Missing
tf.distributions.kl_divergence	=Missing
tf.div	Tensor
tf.div_no_nan	Tensor
tf.divide	Tensor
tf.dtypes.DType	DType
tf.dtypes.as_dtype	DType
tf.dtypes.as_string	Tensor
tf.dtypes.cast	Tensor
tf.dtypes.complex	Tensor
tf.dtypes.saturate_cast	Tensor
tf.dynamic_partition	Tensor[]
tf.dynamic_stitch	Tensor
tf.edit_distance	Tensor
tf.einsum	Tensor
tf.enable_resource_variables	void
tf.encode_base64	Tensor
tf.ensure_shape	Tensor
tf.equal	Tensor
tf.erf	Tensor
tf.erfc	Tensor
tf.errors.AbortedError	AbortedError
tf.errors.AbortedError.args	=readonly unknown[]
tf.errors.AlreadyExistsError	AlreadyExistsError
tf.errors.AlreadyExistsError.args	=readonly unknown[]
tf.errors.CancelledError	CancelledError
tf.errors.CancelledError.args	=readonly unknown[]
tf.errors.DataLossError	DataLossError
tf.errors.DataLossError.args	=readonly unknown[]
tf.errors.DeadlineExceededError	DeadlineExceededError
tf.errors.DeadlineExceededError.args	=readonly unknown[]
tf.errors.FailedPreconditionError	FailedPreconditionError
tf.errors.FailedPreconditionError.args	=readonly unknown[]
tf.errors.InternalError	InternalError
tf.errors.InternalError.args	=readonly unknown[]
tf.errors.InvalidArgumentError	InvalidArgumentError
tf.errors.InvalidArgumentError.args	=readonly unknown[]
tf.errors.NotFoundError	NotFoundError
tf.errors.NotFoundError.args	=readonly unknown[]
tf.errors.OpError	OpError
tf.errors.OutOfRangeError	OutOfRangeError
tf.errors.OutOfRangeError.args	=readonly unknown[]
tf.errors.PermissionDeniedError	PermissionDeniedError
tf.errors.PermissionDeniedError.args	=readonly unknown[]
tf.errors.ResourceExhaustedError	ResourceExhaustedError
tf.errors.ResourceExhaustedError.args	=readonly unknown[]
tf.errors.UnauthenticatedError	UnauthenticatedError
tf.errors.UnauthenticatedError.args	=readonly unknown[]
tf.errors.UnavailableError	UnavailableError
tf.errors.UnavailableError.args	=readonly unknown[]
tf.errors.UnimplementedError	UnimplementedError
tf.errors.UnimplementedError.args	=readonly unknown[]
tf.errors.UnknownError	UnknownError
tf.errors.UnknownError.args	=readonly unknown[]
tf.estimator	=Missing
tf.examples	=Missing
tf.exp	Tensor
tf.expand_dims	Tensor
tf.expm1	Tensor
tf.extract_image_patches	Tensor
tf.eye	Tensor
tf.feature_column.numeric_column	=Missing
tf.fill	Tensor
tf.fixed_size_partitioner	Partitioner
tf.flags.DEFINE_bool	void
tf.flags.DEFINE_boolean	void
tf.flags.DEFINE_enum	void
tf.flags.DEFINE_float	void
tf.flags.DEFINE_integer	void
tf.flags.DEFINE_list	void
tf.flags.DEFINE_multi_float	void
tf.flags.DEFINE_multi_integer	void
tf.flags.DEFINE_multi_string	void
tf.flags.DEFINE_spaceseplist	void
tf.flags.DEFINE_string	void
tf.flags.DuplicateFlagError	DuplicateFlagError
tf.flags.Error	FlagError
tf.flags.FLAGS	string[]
tf.flags.IllegalFlagValueError	IllegalFlagValueError
tf.flags.UnrecognizedFlagError	UnrecognizedFlagError
tf.flags.mark_flag_as_required	void
tf.flags.mark_flags_as_required	void
tf.float16	=DType
tf.float32	=DType
tf.float64	=DType
tf.floor	Tensor
tf.floor_div	Tensor
tf.floordiv	Tensor
tf.floormod	Tensor
tf.foldl	Built<A>
tf.foldr	Built<A>
tf.gather	Tensor
tf.gather_nd	Tensor
tf.get_collection	CollectionItem<K>[]
tf.get_collection_ref	unknown[]
tf.get_default_graph	Graph
tf.get_default_session	SessionLike | null
tf.get_local_variable	Variable
tf.get_seed	[number | null, number | null]
tf.get_variable	Variable
tf.get_variable_scope	VariableScope
tf.gfile.Copy	void
tf.gfile.DeleteRecursively	void
tf.gfile.Exists	boolean
tf.gfile.FastGFile	File
tf.gfile.FastGFile.__enter__	File
tf.gfile.FastGFile.__exit__	void
tf.gfile.FastGFile.close	void
tf.gfile.FastGFile.flush	void
tf.gfile.FastGFile.mode	=string
tf.gfile.FastGFile.name	=string
tf.gfile.FastGFile.read	string | Uint8Array<ArrayBufferLike>
tf.gfile.FastGFile.readline	string | Uint8Array<ArrayBufferLike>
tf.gfile.FastGFile.readlines	(string | Uint8Array<ArrayBufferLike>)[]
tf.gfile.FastGFile.seek	void
tf.gfile.FastGFile.seekable	boolean
tf.gfile.FastGFile.size	number
tf.gfile.FastGFile.tell	number
tf.gfile.FastGFile.value	=File | undefined
tf.gfile.FastGFile.write	void
tf.gfile.GFile	File
tf.gfile.Glob	string[]
tf.gfile.IsDirectory	boolean
tf.gfile.ListDirectory	string[]
tf.gfile.MakeDirs	void
tf.gfile.MkDir	void
tf.gfile.Open	File
tf.gfile.Remove	void
tf.gfile.Rename	void
tf.gfile.Stat	FileStatistics
tf.gfile.Walk	Generator<Visited, any, any>
tf.global_norm	Tensor
tf.global_variables	Variable[]
tf.global_variables_initializer	Operation
tf.glorot_normal_initializer	VarianceScaling
tf.glorot_normal_initializer.call	Tensor
tf.glorot_normal_initializer.dtype	=DType
tf.glorot_uniform_initializer	VarianceScaling
tf.gradients	Gradient[]
tf.greater	Tensor
tf.greater_equal	Tensor
tf.group	Operation
tf.histogram_fixed_width	Tensor
tf.histogram_fixed_width_bins	Tensor
tf.identity	Tensor
tf.identity_n	Tensor[]
tf.igamma	Tensor
tf.igammac	Tensor
tf.imag	Tensor
tf.image.ResizeMethod.AREA	=3
tf.image.ResizeMethod.BICUBIC	=2
tf.image.ResizeMethod.BILINEAR	=0
tf.image.ResizeMethod.NEAREST_NEIGHBOR	=1
tf.image.adjust_brightness	Tensor
tf.image.adjust_contrast	Tensor
tf.image.adjust_gamma	Tensor
tf.image.adjust_hue	Tensor
tf.image.adjust_saturation	Tensor
tf.image.central_crop	Tensor
tf.image.combined_non_max_suppression	PyTuple<Tensor>
tf.image.convert_image_dtype	Tensor
tf.image.crop_and_resize	Tensor
tf.image.crop_to_bounding_box	Tensor
tf.image.decode_bmp	=Missing
tf.image.decode_gif	=Missing
tf.image.decode_image	=Missing
tf.image.decode_jpeg	=Missing
tf.image.decode_png	=Missing
tf.image.draw_bounding_boxes	Tensor
tf.image.encode_jpeg	=Missing
tf.image.encode_png	=Missing
tf.image.extract_glimpse	Tensor
tf.image.extract_image_patches	Tensor
tf.image.extract_patches	Tensor
tf.image.flip_left_right	Tensor
tf.image.flip_up_down	Tensor
tf.image.grayscale_to_rgb	Tensor
tf.image.hsv_to_rgb	Tensor
tf.image.image_gradients	PyTuple<Tensor>
tf.image.non_max_suppression	Tensor
tf.image.non_max_suppression_overlaps	Tensor
tf.image.non_max_suppression_padded	PyTuple<Tensor>
tf.image.non_max_suppression_with_scores	PyTuple<Tensor>
tf.image.pad_to_bounding_box	Tensor
tf.image.per_image_standardization	Tensor
tf.image.psnr	Tensor
tf.image.random_brightness	Tensor
tf.image.random_contrast	Tensor
tf.image.random_crop	Tensor
tf.image.random_flip_left_right	Tensor
tf.image.random_flip_up_down	Tensor
tf.image.random_hue	Tensor
tf.image.random_saturation	Tensor
tf.image.resize	Tensor
tf.image.resize_area	Tensor
tf.image.resize_bicubic	Tensor
tf.image.resize_bilinear	Tensor
tf.image.resize_image_with_crop_or_pad	Tensor
tf.image.resize_image_with_pad	Tensor
tf.image.resize_images	Tensor
tf.image.resize_nearest_neighbor	Tensor
tf.image.resize_with_crop_or_pad	Tensor
tf.image.rgb_to_grayscale	Tensor
tf.image.rgb_to_hsv	Tensor
tf.image.rgb_to_yiq	Tensor
tf.image.rgb_to_yuv	Tensor
tf.image.rot90	Tensor
tf.image.sample_distorted_bounding_box	PyTuple<Tensor>
tf.image.sobel_edges	Tensor
tf.image.ssim	Tensor
tf.image.ssim_multiscale	Tensor
tf.image.total_variation	Tensor
tf.image.transpose	Tensor
tf.image.transpose_image	Tensor
tf.image.yiq_to_rgb	Tensor
tf.image.yuv_to_rgb	Tensor
tf.import_graph_def	=Missing
tf.initialize_all_variables	Operation
tf.initialize_local_variables	Operation
tf.initializers.constant	Constant
tf.initializers.global_variables	Operation
tf.initializers.glorot_normal	VarianceScaling
tf.initializers.glorot_uniform	VarianceScaling
tf.initializers.local_variables	Operation
tf.initializers.ones	Ones
tf.initializers.ones.call	Tensor
tf.initializers.ones.dtype	=DType
tf.initializers.random_normal	RandomNormal
tf.initializers.random_normal.call	Tensor
tf.initializers.random_normal.dtype	=DType
tf.initializers.random_uniform	RandomUniform
tf.initializers.random_uniform.call	Tensor
tf.initializers.random_uniform.dtype	=DType
tf.initializers.truncated_normal	TruncatedNormal
tf.initializers.truncated_normal.call	Tensor
tf.initializers.truncated_normal.dtype	=DType
tf.initializers.variables	Operation
tf.initializers.variance_scaling	VarianceScaling
tf.initializers.zeros	Zeros
tf.initializers.zeros.call	Tensor
tf.initializers.zeros.dtype	=DType
tf.int16	=DType
tf.int32	=DType
tf.int64	=DType
tf.int8	=DType
tf.invert_permutation	Tensor
tf.io.decode_base64	Tensor
tf.io.decode_csv	Tensor[]
tf.io.decode_raw	Tensor
tf.io.encode_base64	Tensor
tf.io.read_file	=Missing
tf.is_finite	Tensor
tf.is_inf	Tensor
tf.is_nan	Tensor
tf.is_non_decreasing	Tensor
tf.is_numeric_tensor	boolean
tf.is_strictly_increasing	Tensor
tf.is_variable_initialized	Tensor
tf.keras	=Missing
tf.layers.Dense	=Missing
tf.layers.average_pooling2d	=Missing
tf.layers.batch_normalization	=Missing
tf.layers.conv2d	=Missing
tf.layers.conv2d_transpose	=Missing
tf.layers.dense	=Missing
tf.layers.dropout	=Missing
tf.layers.flatten	=Missing
tf.layers.max_pooling2d	=Missing
tf.lbeta	Tensor
tf.less	Tensor
tf.less_equal	Tensor
tf.lgamma	Tensor
tf.lin_space	Tensor
tf.linalg.adjoint	Tensor
tf.linalg.band_part	Tensor
tf.linalg.cholesky	Tensor
tf.linalg.cholesky_solve	Tensor
tf.linalg.cross	Tensor
tf.linalg.det	Tensor
tf.linalg.diag	Tensor
tf.linalg.diag_part	Tensor
tf.linalg.eigh	[Tensor, Tensor]
tf.linalg.eigvalsh	Tensor
tf.linalg.einsum	Tensor
tf.linalg.expm	Tensor
tf.linalg.eye	Tensor
tf.linalg.global_norm	Tensor
tf.linalg.inv	Tensor
tf.linalg.l2_normalize	Tensor
tf.linalg.logdet	Tensor
tf.linalg.lstsq	Tensor
tf.linalg.matmul	Tensor
tf.linalg.matrix_transpose	Tensor
tf.linalg.matvec	Tensor
tf.linalg.norm	Tensor
tf.linalg.normalize	[Tensor, Tensor]
tf.linalg.qr	Tensor[] & { q: Tensor; r: Tensor; }
tf.linalg.set_diag	Tensor
tf.linalg.slogdet	Tensor[] & { sign: Tensor; log_abs_determinant: Tensor; }
tf.linalg.solve	Tensor
tf.linalg.svd	PyTuple<Tensor> | Tensor
tf.linalg.tensor_diag	Tensor
tf.linalg.tensor_diag_part	Tensor
tf.linalg.tensordot	Tensor
tf.linalg.trace	Tensor
tf.linalg.transpose	Tensor
tf.linalg.triangular_solve	Tensor
tf.linalg.tridiagonal_solve	Tensor
tf.linspace	Tensor
tf.local_variables	Variable[]
tf.local_variables_initializer	Operation
tf.log	Tensor
tf.log1p	Tensor
tf.log_sigmoid	Tensor
tf.logging.DEBUG	=10
tf.logging.ERROR	=40
tf.logging.FATAL	=50
tf.logging.INFO	=20
tf.logging.TaskLevelStatusMessage	void
tf.logging.WARN	=30
tf.logging.debug	void
tf.logging.error	void
tf.logging.fatal	void
tf.logging.flush	void
tf.logging.get_verbosity	number
tf.logging.info	void
tf.logging.log	void
tf.logging.log_every_n	void
tf.logging.log_first_n	void
tf.logging.log_if	void
tf.logging.set_verbosity	void
tf.logging.vlog	void
tf.logging.warn	void
tf.logging.warning	void
tf.logical_and	Tensor
tf.logical_not	Tensor
tf.logical_or	Tensor
tf.logical_xor	Tensor
tf.losses.Reduction.MEAN	="weighted_mean"
tf.losses.Reduction.NONE	="none"
tf.losses.Reduction.SUM	="weighted_sum"
tf.losses.Reduction.SUM_BY_NONZERO_WEIGHTS	="weighted_sum_by_nonzero_weights"
tf.losses.Reduction.SUM_OVER_BATCH_SIZE	="weighted_sum_over_batch_size"
tf.losses.Reduction.SUM_OVER_NONZERO_WEIGHTS	="weighted_sum_by_nonzero_weights"
tf.losses.Reduction.all	("none" | "weighted_mean" | "weighted_sum" | "weighted_sum_by_nonzero_weights" | "weighted_sum_over_batch_size")[]
tf.losses.Reduction.validate	void
tf.losses.absolute_difference	Tensor
tf.losses.add_loss	void
tf.losses.compute_weighted_loss	Tensor
tf.losses.cosine_distance	Tensor
tf.losses.get_losses	Tensor[]
tf.losses.get_regularization_loss	Tensor
tf.losses.get_regularization_losses	Tensor[]
tf.losses.get_total_loss	Tensor
tf.losses.hinge_loss	Tensor
tf.losses.huber_loss	Tensor
tf.losses.log_loss	Tensor
tf.losses.mean_pairwise_squared_error	Tensor
tf.losses.mean_squared_error	Tensor
tf.losses.sigmoid_cross_entropy	Tensor
tf.losses.softmax_cross_entropy	Tensor
tf.losses.sparse_softmax_cross_entropy	Tensor
tf.make_template	Template<F>
tf.manip.batch_to_space_nd	Tensor
tf.manip.gather_nd	Tensor
tf.manip.reshape	Tensor
tf.manip.reverse	Tensor
tf.manip.roll	Tensor
tf.manip.scatter_nd	Tensor
tf.manip.space_to_batch_nd	Tensor
tf.manip.tile	Tensor
tf.map_fn	Built<E>
tf.math.abs	Tensor
tf.math.accumulate_n	Tensor
tf.math.acos	Tensor
tf.math.acosh	Tensor
tf.math.add	Tensor
tf.math.add_n	Tensor
tf.math.angle	Tensor
tf.math.argmax	Tensor
tf.math.argmin	Tensor
tf.math.asin	Tensor
tf.math.asinh	Tensor
tf.math.atan	Tensor
tf.math.atan2	Tensor
tf.math.atanh	Tensor
tf.math.bessel_i0	Tensor
tf.math.bessel_i0e	Tensor
tf.math.bessel_i1	Tensor
tf.math.bessel_i1e	Tensor
tf.math.betainc	Tensor
tf.math.bincount	Tensor
tf.math.ceil	Tensor
tf.math.confusion_matrix	Tensor
tf.math.conj	Tensor
tf.math.cos	Tensor
tf.math.cosh	Tensor
tf.math.count_nonzero	Tensor
tf.math.cumprod	Tensor
tf.math.cumsum	Tensor
tf.math.cumulative_logsumexp	Tensor
tf.math.digamma	Tensor
tf.math.divide	Tensor
tf.math.divide_no_nan	Tensor
tf.math.equal	Tensor
tf.math.erf	Tensor
tf.math.erfc	Tensor
tf.math.exp	Tensor
tf.math.expm1	Tensor
tf.math.floor	Tensor
tf.math.floordiv	Tensor
tf.math.floormod	Tensor
tf.math.greater	Tensor
tf.math.greater_equal	Tensor
tf.math.igamma	Tensor
tf.math.igammac	Tensor
tf.math.imag	Tensor
tf.math.in_top_k	Tensor
tf.math.invert_permutation	Tensor
tf.math.is_finite	Tensor
tf.math.is_inf	Tensor
tf.math.is_nan	Tensor
tf.math.is_non_decreasing	Tensor
tf.math.is_strictly_increasing	Tensor
tf.math.l2_normalize	Tensor
tf.math.lbeta	Tensor
tf.math.less	Tensor
tf.math.less_equal	Tensor
tf.math.lgamma	Tensor
tf.math.log	Tensor
tf.math.log1p	Tensor
tf.math.log_sigmoid	Tensor
tf.math.log_softmax	Tensor
tf.math.logical_and	Tensor
tf.math.logical_not	Tensor
tf.math.logical_or	Tensor
tf.math.logical_xor	Tensor
tf.math.maximum	Tensor
tf.math.minimum	Tensor
tf.math.mod	Tensor
tf.math.multiply	Tensor
tf.math.multiply_no_nan	Tensor
tf.math.negative	Tensor
tf.math.nextafter	Tensor
tf.math.not_equal	Tensor
tf.math.polygamma	Tensor
tf.math.polyval	Tensor
tf.math.pow	Tensor
tf.math.real	Tensor
tf.math.reciprocal	Tensor
tf.math.reciprocal_no_nan	Tensor
tf.math.reduce_all	Tensor
tf.math.reduce_any	Tensor
tf.math.reduce_euclidean_norm	Tensor
tf.math.reduce_logsumexp	Tensor
tf.math.reduce_max	Tensor
tf.math.reduce_mean	Tensor
tf.math.reduce_min	Tensor
tf.math.reduce_prod	Tensor
tf.math.reduce_std	Tensor
tf.math.reduce_sum	Tensor
tf.math.reduce_variance	Tensor
tf.math.rint	Tensor
tf.math.round	Tensor
tf.math.rsqrt	Tensor
tf.math.scalar_mul	IndexedSlices
tf.math.segment_max	Tensor
tf.math.segment_mean	Tensor
tf.math.segment_min	Tensor
tf.math.segment_prod	Tensor
tf.math.segment_sum	Tensor
tf.math.sigmoid	Tensor
tf.math.sign	Tensor
tf.math.sin	Tensor
tf.math.sinh	Tensor
tf.math.softmax	Tensor
tf.math.softplus	Tensor
tf.math.softsign	Tensor
tf.math.sqrt	Tensor
tf.math.square	Tensor
tf.math.squared_difference	Tensor
tf.math.subtract	Tensor
tf.math.tan	Tensor
tf.math.tanh	Tensor
tf.math.top_k	NamedTuple<{ values: Tensor; indices: Tensor; }>
tf.math.truediv	Tensor
tf.math.unsorted_segment_max	Tensor
tf.math.unsorted_segment_mean	Tensor
tf.math.unsorted_segment_min	Tensor
tf.math.unsorted_segment_prod	Tensor
tf.math.unsorted_segment_sqrt_n	Tensor
tf.math.unsorted_segment_sum	Tensor
tf.math.xdivy	Tensor
tf.math.xlogy	Tensor
tf.math.zero_fraction	Tensor
tf.math.zeta	Tensor
tf.matmul	Tensor
tf.matrix_band_part	Tensor
tf.matrix_determinant	Tensor
tf.matrix_diag	Tensor
tf.matrix_diag_part	Tensor
tf.matrix_inverse	Tensor
tf.matrix_set_diag	Tensor
tf.matrix_solve	Tensor
tf.matrix_solve_ls	Tensor
tf.matrix_transpose	Tensor
tf.matrix_triangular_solve	Tensor
tf.maximum	Tensor
tf.meshgrid	Tensor[]
tf.metrics.accuracy	Metric
tf.metrics.auc	Metric
tf.metrics.average_precision_at_k	Metric
tf.metrics.false_negatives	Metric
tf.metrics.false_negatives_at_thresholds	Metric
tf.metrics.false_positives	Metric
tf.metrics.false_positives_at_thresholds	Metric
tf.metrics.mean	Metric
tf.metrics.mean_absolute_error	Metric
tf.metrics.mean_cosine_distance	Metric
tf.metrics.mean_iou	Metric
tf.metrics.mean_per_class_accuracy	Metric
tf.metrics.mean_relative_error	Metric
tf.metrics.mean_squared_error	Metric
tf.metrics.mean_tensor	Metric
tf.metrics.percentage_below	Metric
tf.metrics.precision	Metric
tf.metrics.precision_at_k	Metric
tf.metrics.precision_at_thresholds	Metric
tf.metrics.precision_at_top_k	Metric
tf.metrics.recall	Metric
tf.metrics.recall_at_k	Metric
tf.metrics.recall_at_thresholds	Metric
tf.metrics.recall_at_top_k	Metric
tf.metrics.root_mean_squared_error	Metric
tf.metrics.sensitivity_at_specificity	Metric
tf.metrics.sparse_average_precision_at_k	Metric
tf.metrics.sparse_precision_at_k	Metric
tf.metrics.specificity_at_sensitivity	Metric
tf.metrics.true_negatives	Metric
tf.metrics.true_negatives_at_thresholds	Metric
tf.metrics.true_positives	Metric
tf.metrics.true_positives_at_thresholds	Metric
tf.min_max_variable_partitioner	Partitioner
tf.minimum	Tensor
tf.mod	Tensor
tf.model_variables	Variable[]
tf.moving_average_variables	Variable[]
tf.multinomial	Tensor
tf.multiply	Tensor
tf.name_scope	NameScope
tf.name_scope.__enter__	string
tf.name_scope.__exit__	void
tf.name_scope.name	=string | null
tf.name_scope.value	=string | undefined
tf.negative	Tensor
tf.newaxis	=null
tf.nn.atrous_conv2d	Tensor
tf.nn.avg_pool	Tensor
tf.nn.avg_pool1d	Tensor
tf.nn.avg_pool2d	Tensor
tf.nn.avg_pool3d	Tensor
tf.nn.avg_pool_v2	Tensor
tf.nn.batch_norm_with_global_normalization	Tensor
tf.nn.batch_normalization	Tensor
tf.nn.bias_add	Tensor
tf.nn.bidirectional_dynamic_rnn	=Missing
tf.nn.conv1d	Tensor
tf.nn.conv1d_transpose	Tensor
tf.nn.conv2d	Tensor
tf.nn.conv2d_backprop_filter	Tensor
tf.nn.conv2d_backprop_input	Tensor
tf.nn.conv2d_transpose	Tensor
tf.nn.conv3d	Tensor
tf.nn.conv3d_backprop_filter	Tensor
tf.nn.conv3d_backprop_filter_v2	Tensor
tf.nn.conv3d_transpose	Tensor
tf.nn.conv_transpose	Tensor
tf.nn.convolution	Tensor
tf.nn.crelu	Tensor
tf.nn.ctc_greedy_decoder	PyTuple<SparseTensor[] | Tensor>
tf.nn.ctc_loss	Tensor
tf.nn.depth_to_space	Tensor
tf.nn.depthwise_conv2d	Tensor
tf.nn.depthwise_conv2d_native	Tensor
tf.nn.dilation2d	Tensor
tf.nn.dropout	Tensor
tf.nn.dynamic_rnn	=Missing
tf.nn.elu	Tensor
tf.nn.embedding_lookup	Tensor
tf.nn.embedding_lookup_sparse	Tensor
tf.nn.erosion2d	Tensor
tf.nn.fused_batch_norm	[Tensor, Tensor, Tensor]
tf.nn.in_top_k	Tensor
tf.nn.l2_loss	Tensor
tf.nn.l2_normalize	Tensor
tf.nn.leaky_relu	Tensor
tf.nn.local_response_normalization	Tensor
tf.nn.log_poisson_loss	Tensor
tf.nn.log_softmax	Tensor
tf.nn.lrn	Tensor
tf.nn.max_pool	Tensor
tf.nn.max_pool1d	Tensor
tf.nn.max_pool2d	Tensor
tf.nn.max_pool3d	Tensor
tf.nn.max_pool_v2	Tensor
tf.nn.max_pool_with_argmax	[Tensor, Tensor]
tf.nn.moments	Moments
tf.nn.nce_loss	=Missing
tf.nn.normalize_moments	Moments
tf.nn.pool	Tensor
tf.nn.relu	Tensor
tf.nn.relu6	Tensor
tf.nn.relu_layer	Tensor
tf.nn.rnn_cell.BasicLSTMCell	=Missing
tf.nn.rnn_cell.BasicRNNCell	=Missing
tf.nn.rnn_cell.DropoutWrapper	=Missing
tf.nn.rnn_cell.GRUCell	=Missing
tf.nn.rnn_cell.LSTMCell	=Missing
tf.nn.rnn_cell.MultiRNNCell	=Missing
tf.nn.safe_embedding_lookup_sparse	Tensor
tf.nn.sampled_softmax_loss	=Missing
tf.nn.selu	Tensor
tf.nn.separable_conv2d	Tensor
tf.nn.sigmoid	Tensor
tf.nn.sigmoid_cross_entropy_with_logits	Tensor
tf.nn.softmax	Tensor
tf.nn.softmax_cross_entropy_with_logits	Tensor
tf.nn.softmax_cross_entropy_with_logits_v2	Tensor
tf.nn.softplus	Tensor
tf.nn.softsign	Tensor
tf.nn.space_to_batch	Tensor
tf.nn.space_to_depth	Tensor
tf.nn.sparse_softmax_cross_entropy_with_logits	Tensor
tf.nn.static_rnn	=Missing
tf.nn.sufficient_statistics	[Tensor, Tensor, Tensor, Tensor | null]
tf.nn.swish	Tensor
tf.nn.tanh	Tensor
tf.nn.top_k	NamedTuple<{ values: Tensor; indices: Tensor; }>
tf.nn.weighted_cross_entropy_with_logits	Tensor
tf.nn.weighted_moments	Moments
tf.nn.xw_plus_b	Tensor
tf.nn.zero_fraction	Tensor
tf.no_op	Operation
tf.no_regularizer	null
tf.norm	Tensor
tf.not_equal	Tensor
tf.one_hot	Tensor
tf.ones	Tensor
tf.ones_initializer	Ones
tf.ones_like	Tensor
tf.pad	Tensor
tf.parallel_stack	Tensor
tf.parse_single_example	=Missing
tf.placeholder	Tensor
tf.placeholder_with_default	Tensor
tf.polygamma	Tensor
tf.pow	Tensor
tf.py_func	=Missing
tf.python	=Missing
tf.python_io.TFRecordWriter	=Missing
tf.python_io.tf_record_iterator	=Missing
tf.qint16	=DType
tf.qint32	=DType
tf.qint8	=DType
tf.qr	Tensor[] & { q: Tensor; r: Tensor; }
tf.quint16	=DType
tf.quint8	=DType
tf.random.categorical	Tensor
tf.random.gamma	Tensor
tf.random.get_seed	[number | null, number | null]
tf.random.multinomial	Tensor
tf.random.normal	Tensor
tf.random.poisson	Tensor
tf.random.set_random_seed	void
tf.random.shuffle	Tensor
tf.random.truncated_normal	Tensor
tf.random.uniform	Tensor
tf.random_crop	Tensor
tf.random_gamma	Tensor
tf.random_normal	Tensor
tf.random_normal_initializer	RandomNormal
tf.random_poisson	Tensor
tf.random_shuffle	Tensor
tf.random_uniform	Tensor
tf.random_uniform_initializer	RandomUniform
tf.range	Tensor
tf.rank	Tensor
tf.read_file	=Missing
tf.real	Tensor
tf.realdiv	Tensor
tf.reciprocal	Tensor
tf.reduce_all	Tensor
tf.reduce_any	Tensor
tf.reduce_join	Tensor
tf.reduce_logsumexp	Tensor
tf.reduce_max	Tensor
tf.reduce_mean	Tensor
tf.reduce_min	Tensor
tf.reduce_prod	Tensor
tf.reduce_sum	Tensor
tf.regex_replace	Tensor
tf.repeat	Tensor
tf.report_uninitialized_variables	Tensor
tf.required_space_to_batch_paddings	[Tensor, Tensor]
tf.reset_default_graph	void
tf.reshape	Tensor
tf.resource	=DType
tf.resource_variables_enabled	boolean
tf.reverse	Tensor
tf.reverse_sequence	Tensor
tf.reverse_v2	Tensor
tf.rint	Tensor
tf.roll	Tensor
tf.round	Tensor
tf.rsqrt	Tensor
tf.saturate_cast	Tensor
tf.saved_model.builder	=Missing
tf.saved_model.signature_def_utils	=Missing
tf.saved_model.tag_constants.GPU	="gpu"
tf.saved_model.tag_constants.SERVING	="serve"
tf.saved_model.tag_constants.TPU	="tpu"
tf.saved_model.tag_constants.TRAINING	="train"
tf.saved_model.utils	=Missing
tf.scalar_mul	IndexedSlices
tf.scan	Built<A>
tf.scatter_add	Written
tf.scatter_div	Written
tf.scatter_max	Written
tf.scatter_min	Written
tf.scatter_mul	Written
tf.scatter_nd	Tensor
tf.scatter_nd_add	Written
tf.scatter_nd_sub	Written
tf.scatter_nd_update	Written
tf.scatter_sub	Written
tf.scatter_update	Written
tf.searchsorted	Tensor
tf.segment_max	Tensor
tf.segment_mean	Tensor
tf.segment_min	Tensor
tf.segment_prod	Tensor
tf.segment_sum	Tensor
tf.self_adjoint_eig	[Tensor, Tensor]
tf.self_adjoint_eigvals	Tensor
tf.sequence_mask	Tensor
tf.set_random_seed	void
tf.setdiff1d	NamedTuple<{ out: Tensor; idx: Tensor; }>
tf.sets.difference	SparseTensor
tf.sets.intersection	SparseTensor
tf.sets.set_difference	SparseTensor
tf.sets.set_intersection	SparseTensor
tf.sets.set_size	Tensor
tf.sets.set_union	SparseTensor
tf.sets.size	Tensor
tf.sets.union	SparseTensor
tf.shape	Tensor
tf.shape_n	readonly Tensor[]
tf.sigmoid	Tensor
tf.sign	Tensor
tf.sin	Tensor
tf.sinh	Tensor
tf.size	Tensor
tf.slice	Tensor
tf.sort	Tensor
tf.space_to_batch	Tensor
tf.space_to_batch_nd	Tensor
tf.space_to_depth	Tensor
tf.sparse.add	SparseTensor | Tensor
tf.sparse.concat	SparseTensor
tf.sparse.expand_dims	SparseTensor
tf.sparse.eye	SparseTensor
tf.sparse.fill_empty_rows	[SparseTensor, Tensor]
tf.sparse.from_dense	SparseTensor
tf.sparse.mask	IndexedSlices
tf.sparse.matmul	Tensor
tf.sparse.maximum	SparseTensor
tf.sparse.merge	SparseTensor
tf.sparse.minimum	SparseTensor
tf.sparse.reduce_max	Tensor
tf.sparse.reduce_max_sparse	SparseTensor
tf.sparse.reduce_sum	Tensor
tf.sparse.reduce_sum_sparse	SparseTensor
tf.sparse.reorder	SparseTensor
tf.sparse.reset_shape	SparseTensor
tf.sparse.reshape	SparseTensor
tf.sparse.retain	SparseTensor
tf.sparse.segment_mean	Tensor
tf.sparse.segment_sqrt_n	Tensor
tf.sparse.segment_sum	Tensor
tf.sparse.slice	SparseTensor
tf.sparse.softmax	SparseTensor
tf.sparse.sparse_dense_matmul	Tensor
tf.sparse.split	SparseTensor[]
tf.sparse.to_dense	Tensor
tf.sparse.to_indicator	Tensor
tf.sparse.transpose	SparseTensor
tf.sparse_add	SparseTensor | Tensor
tf.sparse_concat	SparseTensor
tf.sparse_fill_empty_rows	[SparseTensor, Tensor]
tf.sparse_mask	IndexedSlices
tf.sparse_matmul	Tensor
tf.sparse_maximum	SparseTensor
tf.sparse_merge	SparseTensor
tf.sparse_minimum	SparseTensor
tf.sparse_placeholder	SparseTensor
tf.sparse_reduce_max	Tensor
tf.sparse_reduce_max_sparse	SparseTensor
tf.sparse_reduce_sum	Tensor
tf.sparse_reduce_sum_sparse	SparseTensor
tf.sparse_reorder	SparseTensor
tf.sparse_reset_shape	SparseTensor
tf.sparse_reshape	SparseTensor
tf.sparse_retain	SparseTensor
tf.sparse_segment_mean	Tensor
tf.sparse_segment_sqrt_n	Tensor
tf.sparse_segment_sum	Tensor
tf.sparse_slice	SparseTensor
tf.sparse_softmax	SparseTensor
tf.sparse_split	SparseTensor[]
tf.sparse_tensor_dense_matmul	Tensor
tf.sparse_tensor_to_dense	Tensor
tf.sparse_to_dense	Tensor
tf.sparse_to_indicator	Tensor
tf.sparse_transpose	SparseTensor
tf.split	Tensor[]
tf.sqrt	Tensor
tf.square	Tensor
tf.squared_difference	Tensor
tf.squeeze	Tensor
tf.stack	Tensor
tf.stop_gradient	Tensor
tf.strided_slice	Tensor
tf.string	=DType
tf.string_join	Tensor
tf.string_split	SparseTensor
tf.string_strip	Tensor
tf.string_to_hash_bucket	Tensor
tf.string_to_hash_bucket_fast	Tensor
tf.string_to_hash_bucket_strong	Tensor
tf.string_to_number	Tensor
tf.strings.as_string	Tensor
tf.strings.format	Tensor
tf.strings.join	Tensor
tf.strings.length	Tensor
tf.strings.lower	Tensor
tf.strings.reduce_join	Tensor
tf.strings.regex_full_match	Tensor
tf.strings.regex_replace	Tensor
tf.strings.split	SparseTensor
tf.strings.strip	Tensor
tf.strings.substr	Tensor
tf.strings.to_hash_bucket	Tensor
tf.strings.to_hash_bucket_fast	Tensor
tf.strings.to_hash_bucket_strong	Tensor
tf.strings.to_number	Tensor
tf.strings.upper	Tensor
tf.substr	Tensor
tf.subtract	Tensor
tf.summary.FileWriter	=Missing
tf.summary.Summary	Summary
tf.summary.Summary.Value	SummaryValue
tf.summary.histogram	=Missing
tf.summary.image	=Missing
tf.summary.merge	=Missing
tf.summary.merge_all	=Missing
tf.summary.scalar	=Missing
tf.svd	PyTuple<Tensor> | Tensor
tf.tables_initializer	=Missing
tf.tan	Tensor
tf.tanh	Tensor
tf.tensor_scatter_add	Tensor
tf.tensor_scatter_nd_add	Tensor
tf.tensor_scatter_nd_sub	Tensor
tf.tensor_scatter_nd_update	Tensor
tf.tensor_scatter_sub	Tensor
tf.tensor_scatter_update	Tensor
tf.tensordot	Tensor
tf.test.TestCase	=Missing
tf.test.gpu_device_name	string
tf.test.is_built_with_cuda	boolean
tf.test.is_built_with_gpu_support	boolean
tf.test.is_built_with_rocm	boolean
tf.test.is_gpu_available	boolean
tf.test.main	=Missing
tf.tile	Tensor
tf.to_bfloat16	Tensor
tf.to_complex128	Tensor
tf.to_complex64	Tensor
tf.to_double	Tensor
tf.to_float	Tensor
tf.to_int32	Tensor
tf.to_int64	Tensor
tf.trace	Tensor
tf.train.AdadeltaOptimizer	Adadelta
tf.train.AdagradDAOptimizer	AdagradDa
tf.train.AdagradOptimizer	Adagrad
tf.train.AdamOptimizer	Adam
tf.train.BytesList	=Missing
tf.train.ClusterSpec	=Missing
tf.train.Coordinator	=Missing
tf.train.Example	=Missing
tf.train.ExponentialMovingAverage	ExponentialMovingAverage
tf.train.ExponentialMovingAverage.apply	Operation
tf.train.ExponentialMovingAverage.average	Variable | null
tf.train.ExponentialMovingAverage.average_name	string
tf.train.ExponentialMovingAverage.name	=string
tf.train.ExponentialMovingAverage.variables_to_restore	Map<string, Variable>
tf.train.Feature	=Missing
tf.train.FeatureList	=Missing
tf.train.FeatureLists	=Missing
tf.train.Features	=Missing
tf.train.FloatList	=Missing
tf.train.FtrlOptimizer	Ftrl
tf.train.GradientDescentOptimizer	GradientDescent
tf.train.Int64List	=Missing
tf.train.LoggingTensorHook	=Missing
tf.train.MomentumOptimizer	Momentum
tf.train.MonitoredTrainingSession	=Missing
tf.train.Optimizer	Optimizer
tf.train.Optimizer.GATE_GRAPH	=2
tf.train.Optimizer.GATE_NONE	=0
tf.train.Optimizer.GATE_OP	=1
tf.train.Optimizer.apply_gradients	Operation
tf.train.Optimizer.compute_gradients	[Gradient, Variable][]
tf.train.Optimizer.get_name	string
tf.train.Optimizer.get_slot	Variable | null
tf.train.Optimizer.get_slot_names	string[]
tf.train.Optimizer.minimize	Operation
tf.train.Optimizer.variables	Variable[]
tf.train.ProximalAdagradOptimizer	ProximalAdagrad
tf.train.ProximalGradientDescentOptimizer	ProximalGradientDescent
tf.train.QueueRunner	=Missing
tf.train.RMSPropOptimizer	RmsProp
tf.train.Saver	=Missing
tf.train.SequenceExample	=Missing
tf.train.Server	=Missing
tf.train.StopAtStepHook	=Missing
tf.train.Supervisor	=Missing
tf.train.SyncReplicasOptimizer	=Missing
tf.train.add_queue_runner	=Missing
tf.train.assert_global_step	void
tf.train.batch	=Missing
tf.train.batch_join	=Missing
tf.train.checkpoint_exists	=Missing
tf.train.cosine_decay	Tensor
tf.train.cosine_decay_restarts	Tensor
tf.train.create_global_step	Variable
tf.train.exponential_decay	Tensor
tf.train.get_checkpoint_state	=Missing
tf.train.get_global_step	Step | null
tf.train.get_or_create_global_step	Step
tf.train.global_step	number
tf.train.import_meta_graph	=Missing
tf.train.inverse_time_decay	Tensor
tf.train.latest_checkpoint	=Missing
tf.train.linear_cosine_decay	Tensor
tf.train.match_filenames_once	=Missing
tf.train.natural_exp_decay	Tensor
tf.train.noisy_linear_cosine_decay	Tensor
tf.train.piecewise_constant	Tensor
tf.train.piecewise_constant_decay	Tensor
tf.train.polynomial_decay	Tensor
tf.train.queue_runner	=Missing
tf.train.range_input_producer	=Missing
tf.train.replica_device_setter	=Missing
tf.train.shuffle_batch	=Missing
tf.train.slice_input_producer	=Missing
tf.train.start_queue_runners	=Missing
tf.train.string_input_producer	=Missing
tf.trainable_variables	Variable[]
tf.transpose	Tensor
tf.truediv	Tensor
tf.truncated_normal	Tensor
tf.truncated_normal_initializer	TruncatedNormal
tf.truncatediv	Tensor
tf.truncatemod	Tensor
tf.tuple	TupleItem[]
tf.uint16	=DType
tf.uint32	=DType
tf.uint64	=DType
tf.uint8	=DType
tf.unique	NamedTuple<{ y: Tensor; idx: Tensor; }>
tf.unique_with_counts	NamedTuple<{ y: Tensor; idx: Tensor; count: Tensor; }>
tf.unravel_index	Tensor
tf.unsorted_segment_max	Tensor
tf.unsorted_segment_mean	Tensor
tf.unsorted_segment_min	Tensor
tf.unsorted_segment_prod	Tensor
tf.unsorted_segment_sqrt_n	Tensor
tf.unsorted_segment_sum	Tensor
tf.unstack	Tensor[]
tf.variable_axis_size_partitioner	Partitioner
tf.variable_op_scope	ContextManager<VariableScope>
tf.variable_scope	VariableScopeContext
tf.variable_scope.__enter__	VariableScope
tf.variable_scope.__exit__	void
tf.variable_scope.value	=VariableScope | undefined
tf.variables_initializer	Operation
tf.variance_scaling_initializer	VarianceScaling
tf.variant	=DType
tf.version.COMPILER_VERSION	="7.3.1 20180303"
tf.version.GIT_VERSION	="v1.15.4-39-g3db52be"
tf.version.GRAPH_DEF_VERSION	=134
tf.version.GRAPH_DEF_VERSION_MIN_CONSUMER	=0
tf.version.GRAPH_DEF_VERSION_MIN_PRODUCER	=0
tf.version.VERSION	="1.15.5"
tf.where	Tensor
tf.where_v2	Tensor
tf.while_loop	T extends readonly [infer Only] ? Built<Only> : Variables<T>
tf.with	R
tf.zeros	Tensor
tf.zeros_initializer	Zeros
tf.zeros_like	Tensor
tf.zeta	Tensor
np.AxisError	AxisError
np.AxisError.args	=readonly unknown[]
np.FInfo	FInfo
np.FInfo.bits	=number
np.FInfo.dtype	=DType
np.FInfo.eps	=NDArray
np.FInfo.epsneg	=NDArray
np.FInfo.max	=NDArray
np.FInfo.maxexp	=number
np.FInfo.min	=NDArray
np.FInfo.minexp	=number
np.FInfo.nmant	=number
np.FInfo.precision	=number
np.FInfo.resolution	=NDArray
np.FInfo.tiny	=NDArray
np.IInfo	IInfo
np.IInfo.bits	=number
np.IInfo.dtype	=DType
np.IInfo.max	=number | bigint
np.IInfo.min	=number | bigint
np.Inf	=number
np.Infinity	=number
np.NAN	=number
np.NDArray	NDArray
np.NDArray.from	NDArray
np.NDArray.of	NDArray
np.NDArray.T	=NDArray
np.NDArray.__bool__	boolean
np.NDArray.__len__	number
np.NDArray.__repr__	string
np.NDArray.__str__	string
np.NDArray.abs	NDArray
np.NDArray.add	Answer<O, "radd">
np.NDArray.all	NDArray
np.NDArray.and_	Answer<O, "rand_">
np.NDArray.any	NDArray
np.NDArray.argmax	NDArray
np.NDArray.argmin	NDArray
np.NDArray.argsort	NDArray
np.NDArray.array	NDArray
np.NDArray.astype	NDArray
np.NDArray.at	NDArray
np.NDArray.binary	Answer<O, R>
np.NDArray.clip	NDArray
np.NDArray.conj	NDArray
np.NDArray.copy	NDArray
np.NDArray.cumprod	NDArray
np.NDArray.cumsum	NDArray
np.NDArray.data	=Data
np.NDArray.diagonal	NDArray
np.NDArray.dot	NDArray
np.NDArray.dtype	=DType
np.NDArray.eq	NDArray
np.NDArray.fill	void
np.NDArray.flat	=NDArray
np.NDArray.flatten	NDArray
np.NDArray.floordiv	Answer<O, "rfloordiv">
np.NDArray.ge	Answer<O, "le">
np.NDArray.gt	Answer<O, "lt">
np.NDArray.iadd	NDArray
np.NDArray.iand	NDArray
np.NDArray.ifloordiv	NDArray
np.NDArray.ilshift	NDArray
np.NDArray.imag	=NDArray
np.NDArray.imod	NDArray
np.NDArray.imul	NDArray
np.NDArray.inplace	NDArray
np.NDArray.invert	NDArray
np.NDArray.ior	NDArray
np.NDArray.ipow	NDArray
np.NDArray.irshift	NDArray
np.NDArray.isub	NDArray
np.NDArray.item	unknown
np.NDArray.itemsize	=number
np.NDArray.itruediv	NDArray
np.NDArray.ixor	NDArray
np.NDArray.le	Answer<O, "ge">
np.NDArray.lshift	NDArray
np.NDArray.lt	Answer<O, "gt">
np.NDArray.matmul	Answer<O, "rmatmul">
np.NDArray.max	NDArray
np.NDArray.mean	NDArray
np.NDArray.min	NDArray
np.NDArray.mod	Answer<O, "rmod">
np.NDArray.mul	Answer<O, "rmul">
np.NDArray.nbytes	=number
np.NDArray.ndim	=number
np.NDArray.ne	NDArray
np.NDArray.neg	NDArray
np.NDArray.nonzero	PyTuple<NDArray>
np.NDArray.offset	=number
np.NDArray.or_	Answer<O, "ror_">
np.NDArray.pos	NDArray
np.NDArray.pow	Answer<O, "rpow">
np.NDArray.prod	NDArray
np.NDArray.ptp	NDArray
np.NDArray.radd	NDArray
np.NDArray.rand_	NDArray
np.NDArray.ravel	NDArray
np.NDArray.real	=NDArray
np.NDArray.repeat	NDArray
np.NDArray.reshape	NDArray
np.NDArray.rfloordiv	NDArray
np.NDArray.rlshift	NDArray
np.NDArray.rmatmul	NDArray
np.NDArray.rmod	NDArray
np.NDArray.rmul	NDArray
np.NDArray.ror_	NDArray
np.NDArray.round	NDArray
np.NDArray.rpow	NDArray
np.NDArray.rrshift	NDArray
np.NDArray.rshift	NDArray
np.NDArray.rsub	NDArray
np.NDArray.rtruediv	NDArray
np.NDArray.rxor	NDArray
np.NDArray.searchsorted	NDArray
np.NDArray.set_at	void
np.NDArray.shape	=PyTuple<number>
np.NDArray.size	=number
np.NDArray.sort	void
np.NDArray.squeeze	NDArray
np.NDArray.std	NDArray
np.NDArray.strides	=readonly number[]
np.NDArray.sub	Answer<O, "rsub">
np.NDArray.sum	NDArray
np.NDArray.swapaxes	NDArray
np.NDArray.take	NDArray
np.NDArray.tobytes	Uint8Array<ArrayBufferLike>
np.NDArray.tolist	unknown
np.NDArray.trace	NDArray
np.NDArray.transpose	NDArray
np.NDArray.truediv	Answer<O, "rtruediv">
np.NDArray.unary	NDArray
np.NDArray.var	NDArray
np.NDArray.view	=NdArray<number[]>
np.NDArray.wrap	NDArray
np.NDArray.xor	Answer<O, "rxor">
np.NINF	=number
np.NZERO	=0
np.NaN	=number
np.NpScalar	NpScalar
np.NpScalar.of	NpScalar
np.NpScalar.T	=NDArray
np.NpScalar.__bool__	boolean
np.NpScalar.__len__	number
np.NpScalar.__repr__	string
np.NpScalar.__str__	string
np.NpScalar.abs	NDArray
np.NpScalar.add	Answer<O, "radd">
np.NpScalar.all	NDArray
np.NpScalar.and_	Answer<O, "rand_">
np.NpScalar.any	NDArray
np.NpScalar.argmax	NDArray
np.NpScalar.argmin	NDArray
np.NpScalar.argsort	NDArray
np.NpScalar.array	NDArray
np.NpScalar.astype	NDArray
np.NpScalar.at	NDArray
np.NpScalar.binary	Answer<O, R>
np.NpScalar.clip	NDArray
np.NpScalar.conj	NDArray
np.NpScalar.copy	NDArray
np.NpScalar.cumprod	NDArray
np.NpScalar.cumsum	NDArray
np.NpScalar.data	=Data
np.NpScalar.diagonal	NDArray
np.NpScalar.dot	NDArray
np.NpScalar.dtype	=DType
np.NpScalar.eq	NDArray
np.NpScalar.fill	void
np.NpScalar.flat	=NDArray
np.NpScalar.flatten	NDArray
np.NpScalar.floordiv	Answer<O, "rfloordiv">
np.NpScalar.ge	Answer<O, "le">
np.NpScalar.gt	Answer<O, "lt">
np.NpScalar.iadd	NDArray
np.NpScalar.iand	NDArray
np.NpScalar.ifloordiv	NDArray
np.NpScalar.ilshift	NDArray
np.NpScalar.imag	=NDArray
np.NpScalar.imod	NDArray
np.NpScalar.imul	NDArray
np.NpScalar.inplace	NDArray
np.NpScalar.invert	NDArray
np.NpScalar.ior	NDArray
np.NpScalar.ipow	NDArray
np.NpScalar.irshift	NDArray
np.NpScalar.isub	NDArray
np.NpScalar.item	unknown
np.NpScalar.itemsize	=number
np.NpScalar.itruediv	NDArray
np.NpScalar.ixor	NDArray
np.NpScalar.le	Answer<O, "ge">
np.NpScalar.lshift	NDArray
np.NpScalar.lt	Answer<O, "gt">
np.NpScalar.matmul	Answer<O, "rmatmul">
np.NpScalar.max	NDArray
np.NpScalar.mean	NDArray
np.NpScalar.min	NDArray
np.NpScalar.mod	Answer<O, "rmod">
np.NpScalar.mul	Answer<O, "rmul">
np.NpScalar.nbytes	=number
np.NpScalar.ndim	=number
np.NpScalar.ne	NDArray
np.NpScalar.neg	NDArray
np.NpScalar.nonzero	PyTuple<NDArray>
np.NpScalar.offset	=number
np.NpScalar.or_	Answer<O, "ror_">
np.NpScalar.pos	NDArray
np.NpScalar.pow	Answer<O, "rpow">
np.NpScalar.prod	NDArray
np.NpScalar.ptp	NDArray
np.NpScalar.radd	NDArray
np.NpScalar.rand_	NDArray
np.NpScalar.ravel	NDArray
np.NpScalar.real	=NDArray
np.NpScalar.repeat	NDArray
np.NpScalar.reshape	NDArray
np.NpScalar.rfloordiv	NDArray
np.NpScalar.rlshift	NDArray
np.NpScalar.rmatmul	NDArray
np.NpScalar.rmod	NDArray
np.NpScalar.rmul	NDArray
np.NpScalar.ror_	NDArray
np.NpScalar.round	NDArray
np.NpScalar.rpow	NDArray
np.NpScalar.rrshift	NDArray
np.NpScalar.rshift	NDArray
np.NpScalar.rsub	NDArray
np.NpScalar.rtruediv	NDArray
np.NpScalar.rxor	NDArray
np.NpScalar.searchsorted	NDArray
np.NpScalar.set_at	void
np.NpScalar.shape	=PyTuple<number>
np.NpScalar.size	=number
np.NpScalar.sort	void
np.NpScalar.squeeze	NDArray
np.NpScalar.std	NDArray
np.NpScalar.strides	=readonly number[]
np.NpScalar.sub	Answer<O, "rsub">
np.NpScalar.sum	NDArray
np.NpScalar.swapaxes	NDArray
np.NpScalar.take	NDArray
np.NpScalar.tobytes	Uint8Array<ArrayBufferLike>
np.NpScalar.tolist	unknown
np.NpScalar.trace	NDArray
np.NpScalar.transpose	NDArray
np.NpScalar.truediv	Answer<O, "rtruediv">
np.NpScalar.unary	NDArray
np.NpScalar.var	NDArray
np.NpScalar.view	=NdArray<number[]>
np.NpScalar.wrap	NDArray
np.NpScalar.xor	Answer<O, "rxor">
np.NpzFile	NpzFile
np.NpzFile.at	NDArray
np.NpzFile.close	void
np.NpzFile.files	=readonly string[]
np.NpzFile.has	boolean
np.NpzFile.items	PyTuple<string | NDArray>[]
np.NpzFile.keys	string[]
np.NpzFile.length	=number
np.NpzFile.values	NDArray[]
np.PINF	=number
np.PZERO	=0
np.__version__	="1.18.5"
np.abs	NDArray
np.absolute	NDArray
np.add	NDArray
np.all	NDArray
np.allclose	boolean
np.amax	NDArray
np.amin	NDArray
np.angle	NDArray
np.any	NDArray
np.append	NDArray
np.apply_along_axis	NDArray
np.arange	NDArray
np.arccos	NDArray
np.arccosh	NDArray
np.arcsin	NDArray
np.arcsinh	NDArray
np.arctan	NDArray
np.arctan2	NDArray
np.arctanh	NDArray
np.argmax	NDArray
np.argmin	NDArray
np.argsort	NDArray
np.argwhere	NDArray
np.around	NDArray
np.array	NDArray
np.array2string	string
np.array_equal	boolean
np.array_equiv	boolean
np.array_repr	string
np.array_split	NDArray[]
np.array_str	string
np.asanyarray	NDArray
np.asarray	NDArray
np.ascontiguousarray	NDArray
np.asfarray	NDArray
np.asscalar	unknown
np.atleast_1d	NDArray
np.atleast_2d	NDArray
np.atleast_3d	NDArray
np.average	NDArray
np.bincount	NDArray
np.bitwise_and	NDArray
np.bitwise_not	NDArray
np.bitwise_or	NDArray
np.bitwise_xor	NDArray
np.block	NDArray
np.bool	NDArray
np.bool_	NDArray
np.broadcast_arrays	NDArray[]
np.broadcast_to	NDArray
np.byte	NDArray
np.bytes_	NDArray
np.c_.at	NDArray
np.can_cast	boolean
np.cbrt	NDArray
np.cdouble	NDArray
np.ceil	NDArray
np.character	=AbstractType
np.choose	NDArray
np.clip	NDArray
np.column_stack	NDArray
np.complex	NDArray
np.complex128	NDArray
np.complex64	NDArray
np.complex_	NDArray
np.complexfloating	=AbstractType
np.compress	NDArray
np.concatenate	NDArray
np.conj	NDArray
np.conjugate	NDArray
np.convolve	NDArray
np.copy	NDArray
np.copysign	NDArray
np.copyto	void
np.corrcoef	NDArray
np.cos	NDArray
np.cosh	NDArray
np.count_nonzero	NDArray
np.cov	NDArray
np.cross	NDArray
np.csingle	NDArray
np.cumprod	NDArray
np.cumsum	NDArray
np.deg2rad	NDArray
np.degrees	NDArray
np.delete	NDArray
np.delete_	NDArray
np.diag	NDArray
np.diag_indices	PyTuple<NDArray>
np.diagflat	NDArray
np.diagonal	NDArray
np.diff	NDArray
np.digitize	NDArray
np.divide	NDArray
np.dot	NDArray
np.double	NDArray
np.dsplit	NDArray[]
np.dstack	NDArray
np.dtype	DType
np.e	=number
np.einsum	NDArray
np.empty	NDArray
np.empty_like	NDArray
np.equal	NDArray
np.euler_gamma	=0.5772156649015329
np.exp	NDArray
np.exp2	NDArray
np.expand_dims	NDArray
np.expm1	NDArray
np.extract	NDArray
np.eye	NDArray
np.fabs	NDArray
np.fill_diagonal	void
np.find_common_type	DType
np.finfo	FInfo
np.fix	NDArray
np.flatnonzero	NDArray
np.flip	NDArray
np.fliplr	NDArray
np.flipud	NDArray
np.float	NDArray
np.float16	NDArray
np.float32	NDArray
np.float64	NDArray
np.float_	NDArray
np.float_power	NDArray
np.floating	=AbstractType
np.floor	NDArray
np.floor_divide	NDArray
np.fmax	NDArray
np.fmin	NDArray
np.fmod	NDArray
np.format_float_positional	string
np.format_float_scientific	string
np.fromBytes	NDArray
np.frombuffer	NDArray
np.fromfile	NDArray
np.fromfunction	NDArray
np.fromiter	NDArray
np.fromstring	NDArray
np.full	NDArray
np.full_like	NDArray
np.gcd	NDArray
np.generic	=AbstractType
np.genfromtxt	NDArray
np.geomspace	NDArray
np.get_printoptions	PrintOptions
np.greater	NDArray
np.greater_equal	NDArray
np.half	NDArray
np.heaviside	NDArray
np.histogram	PyTuple<NDArray>
np.hsplit	NDArray[]
np.hstack	NDArray
np.hypot	NDArray
np.identity	NDArray
np.iinfo	IInfo
np.imag	NDArray
np.in1d	NDArray
np.indices	NDArray
np.inexact	=AbstractType
np.inf	=number
np.infty	=number
np.inner	NDArray
np.insert	NDArray
np.int	NDArray
np.int16	NDArray
np.int32	NDArray
np.int64	NDArray
np.int8	NDArray
np.int_	NDArray
np.intc	NDArray
np.integer	=AbstractType
np.interp	NDArray
np.intersect1d	NDArray
np.intp	NDArray
np.invert	NDArray
np.isclose	NDArray
np.iscomplexobj	boolean
np.isfinite	NDArray
np.isin	NDArray
np.isinf	NDArray
np.isnan	NDArray
np.isreal	NDArray
np.isrealobj	boolean
np.isscalar	boolean
np.issubdtype	boolean
np.ix_	PyTuple<NDArray>
np.kron	NDArray
np.lcm	NDArray
np.left_shift	NDArray
np.less	NDArray
np.less_equal	NDArray
np.lib.pad	NDArray
np.linalg.LinAlgError	LinAlgError
np.linalg.LinAlgError.args	=readonly unknown[]
np.linalg.cholesky	NDArray
np.linalg.det	NDArray
np.linalg.eigh	PyTuple<NDArray>
np.linalg.inv	NDArray
np.linalg.lstsq	PyTuple<NDArray>
np.linalg.matrix_power	NDArray
np.linalg.matrix_rank	NDArray
np.linalg.norm	NDArray
np.linalg.pinv	NDArray
np.linalg.solve	NDArray
np.linalg.svd	PyTuple<NDArray>
np.linspace	NDArray
np.load	NpzFile
np.loadtxt	NDArray
np.log	NDArray
np.log10	NDArray
np.log1p	NDArray
np.log2	NDArray
np.logaddexp	NDArray
np.logaddexp2	NDArray
np.logical_and	NDArray
np.logical_not	NDArray
np.logical_or	NDArray
np.logical_xor	NDArray
np.logspace	NDArray
np.longlong	NDArray
np.matmul	NDArray
np.max	NDArray
np.maximum	NDArray
np.mean	NDArray
np.median	NDArray
np.meshgrid	NDArray[]
np.mgrid	=Grid
np.min	NDArray
np.min_scalar_type	DType
np.minimum	NDArray
np.mod	NDArray
np.moveaxis	NDArray
np.multiply	NDArray
np.nan	=number
np.nan_to_num	NDArray
np.nanmax	NDArray
np.nanmean	NDArray
np.nanmin	NDArray
np.nansum	NDArray
np.ndarray	NDArray
np.ndim	number
np.negative	NDArray
np.newaxis	=null
np.nextafter	NDArray
np.nonzero	PyTuple<NDArray>
np.not_equal	NDArray
np.number	=AbstractType
np.object	NDArray
np.object_	NDArray
np.ogrid.at	NDArray[]
np.ones	NDArray
np.ones_like	NDArray
np.outer	NDArray
np.pad	NDArray
np.percentile	NDArray
np.pi	=number
np.polyval	NDArray
np.positive	NDArray
np.power	NDArray
np.printoptions	PrintOptionsContext
np.prod	NDArray
np.product	NDArray
np.promote_types	DType
np.ptp	NDArray
np.put	void
np.quantile	NDArray
np.r_.at	NDArray
np.rad2deg	NDArray
np.radians	NDArray
np.random.RandomState	RandomState
np.random.RandomState.beta	Drawn<A, "2">
np.random.RandomState.binomial	Drawn<A, "2">
np.random.RandomState.bytes	Uint8Array<ArrayBufferLike>
np.random.RandomState.chisquare	Drawn<A, "1">
np.random.RandomState.choice	NDArray
np.random.RandomState.dirichlet	NDArray
np.random.RandomState.exponential	Drawn<A, "1">
np.random.RandomState.f	Drawn<A, "2">
np.random.RandomState.gamma	Drawn<A, "2">
np.random.RandomState.geometric	Drawn<A, "1">
np.random.RandomState.get_state	State
np.random.RandomState.gumbel	Drawn<A, "2">
np.random.RandomState.hypergeometric	Drawn<A, "3">
np.random.RandomState.laplace	Drawn<A, "2">
np.random.RandomState.logistic	Drawn<A, "2">
np.random.RandomState.lognormal	Drawn<A, "2">
np.random.RandomState.logseries	Drawn<A, "1">
np.random.RandomState.multinomial	NDArray
np.random.RandomState.multivariate_normal	NDArray
np.random.RandomState.negative_binomial	Drawn<A, "2">
np.random.RandomState.noncentral_chisquare	Drawn<A, "2">
np.random.RandomState.noncentral_f	Drawn<A, "3">
np.random.RandomState.normal	Drawn<A, "2">
np.random.RandomState.pareto	Drawn<A, "1">
np.random.RandomState.permutation	NDArray
np.random.RandomState.poisson	Drawn<A, "1">
np.random.RandomState.power	Drawn<A, "1">
np.random.RandomState.rand	NDArray
np.random.RandomState.randint	NDArray
np.random.RandomState.randn	NDArray
np.random.RandomState.random	Drawn<A, "0">
np.random.RandomState.random_integers	NDArray
np.random.RandomState.random_sample	Drawn<A, "0">
np.random.RandomState.rayleigh	Drawn<A, "1">
np.random.RandomState.seed	void
np.random.RandomState.set_state	void
np.random.RandomState.shuffle	void
np.random.RandomState.standard_cauchy	Drawn<A, "0">
np.random.RandomState.standard_exponential	Drawn<A, "0">
np.random.RandomState.standard_gamma	Drawn<A, "1">
np.random.RandomState.standard_normal	Drawn<A, "0">
np.random.RandomState.standard_t	Drawn<A, "1">
np.random.RandomState.tomaxint	number | bigint | NDArray
np.random.RandomState.triangular	Drawn<A, "3">
np.random.RandomState.uniform	Drawn<A, "2">
np.random.RandomState.vonmises	Drawn<A, "2">
np.random.RandomState.wald	Drawn<A, "2">
np.random.RandomState.weibull	Drawn<A, "1">
np.random.RandomState.zipf	Drawn<A, "1">
np.random.beta	Drawn<A, "2">
np.random.binomial	Drawn<A, "2">
np.random.bytes	Uint8Array<ArrayBufferLike>
np.random.chisquare	Drawn<A, "1">
np.random.choice	NDArray
np.random.dirichlet	NDArray
np.random.exponential	Drawn<A, "1">
np.random.f	Drawn<A, "2">
np.random.gamma	Drawn<A, "2">
np.random.geometric	Drawn<A, "1">
np.random.get_state	State
np.random.gumbel	Drawn<A, "2">
np.random.hypergeometric	Drawn<A, "3">
np.random.laplace	Drawn<A, "2">
np.random.logistic	Drawn<A, "2">
np.random.lognormal	Drawn<A, "2">
np.random.logseries	Drawn<A, "1">
np.random.multinomial	NDArray
np.random.multivariate_normal	NDArray
np.random.negative_binomial	Drawn<A, "2">
np.random.noncentral_chisquare	Drawn<A, "2">
np.random.noncentral_f	Drawn<A, "3">
np.random.normal	Drawn<A, "2">
np.random.pareto	Drawn<A, "1">
np.random.permutation	NDArray
np.random.poisson	Drawn<A, "1">
np.random.power	Drawn<A, "1">
np.random.rand	NDArray
np.random.randint	NDArray
np.random.randn	NDArray
np.random.random	Drawn<A, "0">
np.random.random_integers	NDArray
np.random.random_sample	Drawn<A, "0">
np.random.ranf	Drawn<A, "0">
np.random.rayleigh	Drawn<A, "1">
np.random.sample	Drawn<A, "0">
np.random.seed	void
np.random.set_state	void
np.random.shuffle	void
np.random.standard_cauchy	Drawn<A, "0">
np.random.standard_exponential	Drawn<A, "0">
np.random.standard_gamma	Drawn<A, "1">
np.random.standard_normal	Drawn<A, "0">
np.random.standard_t	Drawn<A, "1">
np.random.triangular	Drawn<A, "3">
np.random.uniform	Drawn<A, "2">
np.random.vonmises	Drawn<A, "2">
np.random.wald	Drawn<A, "2">
np.random.weibull	Drawn<A, "1">
np.random.zipf	Drawn<A, "1">
np.ravel	NDArray
np.real	NDArray
np.reciprocal	NDArray
np.remainder	NDArray
np.repeat	NDArray
np.reshape	NDArray
np.resize	NDArray
np.result_type	DType
np.right_shift	NDArray
np.rint	NDArray
np.roll	NDArray
np.rollaxis	NDArray
np.rot90	NDArray
np.round	NDArray
np.round_	NDArray
np.row_stack	NDArray
np.save	void
np.savetxt	void
np.savez	void
np.savez_compressed	void
np.scalarOf	NpScalar
np.searchsorted	NDArray
np.select	NDArray
np.setFileSystem	void
np.set_printoptions	void
np.setdiff1d	NDArray
np.shape	PyTuple<number>
np.short	NDArray
np.sign	NDArray
np.signbit	NDArray
np.signedinteger	=AbstractType
np.sin	NDArray
np.single	NDArray
np.sinh	NDArray
np.size	number
np.sort	NDArray
np.split	NDArray[]
np.sqrt	NDArray
np.square	NDArray
np.squeeze	NDArray
np.stack	NDArray
np.std	NDArray
np.str	NDArray
np.str_	NDArray
np.string_	NDArray
np.subtract	NDArray
np.sum	NDArray
np.swapaxes	NDArray
np.take	NDArray
np.take_along_axis	NDArray
np.tan	NDArray
np.tanh	NDArray
np.tensordot	NDArray
np.tile	NDArray
np.trace	NDArray
np.transpose	NDArray
np.trapz	NDArray
np.tri	NDArray
np.tril	NDArray
np.tril_indices	PyTuple<NDArray>
np.triu	NDArray
np.triu_indices	PyTuple<NDArray>
np.true_divide	NDArray
np.trunc	NDArray
np.ubyte	NDArray
np.uint	NDArray
np.uint16	NDArray
np.uint32	NDArray
np.uint64	NDArray
np.uint8	NDArray
np.uintc	NDArray
np.ulonglong	NDArray
np.unicode_	NDArray
np.union1d	NDArray
np.unique	NDArray | PyTuple<NDArray>
np.unravel_index	PyTuple<NDArray>
np.unsignedinteger	=AbstractType
np.ushort	NDArray
np.vander	NDArray
np.var	NDArray
np.vdot	NDArray
np.vectorize	(...args: ArrayLike[]) => NDArray
np.vsplit	NDArray[]
np.vstack	NDArray
np.where	NDArray
np.zeros	NDArray
np.zeros_like	NDArray
py.ArithmeticError	ArithmeticError
py.AssertionError	AssertionError
py.AttributeError	AttributeError
py.BaseException	BaseException
py.BaseException.args	=readonly unknown[]
py.BlockingIOError	BlockingIOError
py.BrokenPipeError	BrokenPipeError
py.BufferError	BufferError
py.ChildProcessError	ChildProcessError
py.ConnectionAbortedError	ConnectionAbortedError
py.ConnectionError	ConnectionError
py.ConnectionRefusedError	ConnectionRefusedError
py.ConnectionResetError	ConnectionResetError
py.ContextManager	ContextManager<T>
py.ContextManager.__enter__	T
py.ContextManager.__exit__	void
py.ContextManager.value	=T | undefined
py.DeprecationWarning	DeprecationWarning
py.EOFError	EOFError
py.EnvironmentError	OSError
py.EnvironmentError.errno	=unknown
py.EnvironmentError.filename	=unknown
py.EnvironmentError.strerror	=unknown
py.Exception	PyError
py.FileExistsError	FileExistsError
py.FileNotFoundError	FileNotFoundError
py.FloatingPointError	FloatingPointError
py.FutureWarning	FutureWarning
py.GeneratorExit	GeneratorExit
py.IOError	OSError
py.ImportError	ImportError
py.ImportWarning	ImportWarning
py.IndexError	IndexError
py.InterruptedError	InterruptedError
py.IsADirectoryError	IsADirectoryError
py.KeyError	KeyError
py.KeyboardInterrupt	KeyboardInterrupt
py.LookupError	LookupError
py.MemoryError	MemoryError
py.ModuleNotFoundError	ModuleNotFoundError
py.NameError	NameError
py.NotADirectoryError	NotADirectoryError
py.NotImplemented.__repr__	string
py.NotImplementedError	NotImplementedError
py.OSError	OSError
py.OrderedDict	PyOrderedDict<K, V>
py.OverflowError	OverflowError
py.PendingDeprecationWarning	PendingDeprecationWarning
py.PermissionError	PermissionError
py.ProcessLookupError	ProcessLookupError
py.PyDict	PyDict<K, V>
py.PyDict.__missing__	V
py.PyDict.at	V
py.PyDict.clear	void
py.PyDict.delete	boolean
py.PyDict.entries	MapIterator<[K, V]>
py.PyDict.get	V | undefined
py.PyDict.has	boolean
py.PyDict.keys	MapIterator<K>
py.PyDict.set	PyDict<K, V>
py.PyDict.values	MapIterator<V>
py.PyError	PyError
py.PyFloat	PyFloat
py.PyFloat.value	=number
py.PyFrozenSet	PyFrozenSet<T>
py.PyFrozenSet.__hash__	string
py.PyFrozenSet.__repr__	string
py.PyFrozenSet.add	never
py.PyFrozenSet.clear	never
py.PyFrozenSet.delete	never
py.PyNamedTuple	PyNamedTuple
py.PyNamedTuple.__repr__	string
py.PyNamedTuple.__str__	string
py.PyNamedTuple._asdict	PyOrderedDict<string, unknown>
py.PyNamedTuple._fields	=PyTuple<string>
py.PyNamedTuple._replace	PyNamedTuple
py.PyOrderedDict	PyOrderedDict<K, V>
py.PyOrderedDict.__repr__	string
py.PyOrderedDict.move_to_end	void
py.PyRange	PyRange
py.PyRange.__contains__	boolean
py.PyRange.__eq__	boolean
py.PyRange.__hash__	string
py.PyRange.__repr__	string
py.PyRange.at	number
py.PyRange.length	=number
py.PyRange.start	=number
py.PyRange.step	=number
py.PyRange.stop	=number
py.PySet	PySet<T>
py.PySet.add	PySet<T>
py.PySet.clear	void
py.PySet.delete	boolean
py.PySet.has	boolean
py.PySet.values	SetIterator<T>
py.PySlice	PySlice
py.PySlice.__repr__	string
py.PySlice.of	{ first: number; last: number; step: number; count: number; }
py.PySlice.start	=unknown
py.PySlice.step	=unknown
py.PySlice.stop	=unknown
py.PyTuple	PyTuple<T>
py.RecursionError	RecursionError
py.ReferenceError	ReferenceError_
py.ResourceWarning	ResourceWarning
py.RuntimeError	RuntimeError
py.RuntimeWarning	RuntimeWarning
py.SimpleContext	SimpleContext<T>
py.SimpleContext.__enter__	T
py.SimpleContext.__exit__	void
py.StopIteration	StopIteration
py.StopIteration.value	=unknown
py.SyntaxError	SyntaxError_
py.SyntaxWarning	SyntaxWarning
py.SystemError	SystemError
py.SystemExit	SystemExit
py.SystemExit.code	=unknown
py.TimeoutError	TimeoutError
py.TypeError	TypeError_
py.TypeError.args	=readonly unknown[]
py.UnboundLocalError	UnboundLocalError
py.UnicodeDecodeError	UnicodeDecodeError
py.UnicodeDecodeError.__str__	string
py.UnicodeDecodeError.encoding	=unknown
py.UnicodeDecodeError.end	=number
py.UnicodeDecodeError.object	=unknown
py.UnicodeDecodeError.reason	=unknown
py.UnicodeDecodeError.start	=number
py.UnicodeEncodeError	UnicodeEncodeError
py.UnicodeEncodeError.__str__	string
py.UnicodeEncodeError.encoding	=unknown
py.UnicodeEncodeError.end	=number
py.UnicodeEncodeError.object	=unknown
py.UnicodeEncodeError.reason	=unknown
py.UnicodeEncodeError.start	=number
py.UnicodeError	UnicodeError
py.UnicodeTranslateError	UnicodeTranslateError
py.UnicodeWarning	UnicodeWarning
py.UserWarning	UserWarning
py.ValueError	ValueError
py.Warning	Warning
py.ZeroDivisionError	ZeroDivisionError
py.abs	X
py.add	X
py.all	boolean
py.and_	X
py.any	boolean
py.ascii	string
py.behind	(...args: never) => unknown
py.bin	string
py.binary	BinaryOperator<V>
py.bool	boolean
py.both	X
py.bytes	Uint8Array<ArrayBufferLike>
py.call	X
py.callable	boolean
py.caught	unknown
py.chr	string
py.class_attributes	void
py.cmp	number
py.complex	Complex
py.contains	boolean
py.decorated	F
py.delattr	void
py.delitem	void
py.dict	PyDict<K, V>
py.dir	string[]
py.div	X
py.divmod	PyTuple<unknown>
py.either	X
py.enter	Entered<X>
py.enumerate	Generator<[number, X], void, undefined>
py.eq	X
py.filter	Generator<X, void, undefined>
py.float	PyFloat
py.floordiv	X
py.format	string
py.format_value	string
py.frozenset	PyFrozenSet<T>
py.ge	X
py.getattr	X
py.getitem	X
py.gt	X
py.hasattr	boolean
py.hash	number
py.hex	string
py.iadd	X
py.iand	X
py.id	number
py.idiv	X
py.ifloordiv	X
py.ilshift	X
py.imatmul	X
py.imod	X
py.imul	X
py.int	number | bigint
py.invert	X
py.invoke	X
py.ior	X
py.ipow	X
py.irshift	X
py.is_true	boolean
py.isinstance	boolean
py.issubclass	boolean
py.isub	X
py.iter	Iterable<X>
py.iterate	Iterator<T, any, any>
py.itruediv	X
py.ixor	X
py.le	X
py.len	number
py.list	X[]
py.long	number | bigint
py.lshift	X
py.lt	X
py.map	Generator<R, void, undefined>
py.matmul	X
py.max	X
py.method	X
py.min	X
py.mod	X
py.mul	X
py.namedtuple	NamedTupleType<F>
py.ne	X
py.neg	X
py.next	X
py.no_attribute	T
py.not_	boolean
py.object	PlainObject
py.oct	string
py.or_	X
py.ord	number
py.percent	string
py.pos	X
py.pow	number | bigint
py.print	void
py.raised	unknown
py.range	PyRange
py.reduce	X
py.repr	string
py.reversed	Generator<X, void, undefined>
py.round	R
py.rshift	X
py.set	PySet<T>
py.setPrintSink	PrintSink
py.setattr	void
py.setitem	void
py.slice	PySlice
py.sorted	X[]
py.str	string
py.sub	X
py.sum	X
py.truediv	X
py.tuple	T
py.type	unknown
py.unbound	never
py.unicode	string
py.unpack	X
py.unpack_rest	X
py.unpacked	Iterable<X>
py.unported	T
py.varargs	[args: PyTuple<X>, kwargs: PyDict<string, X>]
py.vars	Map<string, unknown>
py.withContext	R
py.xor	X
py.zip	Generator<Zipped<T>, void, undefined>
sparse.BlockDiagonalVariable	BlockDiagonalVariable
sparse.BlockDiagonalVariable.block	Tensor
sparse.BlockDiagonalVariable.cols	=readonly number[]
sparse.BlockDiagonalVariable.dense_shape	=readonly [number, number]
sparse.BlockDiagonalVariable.matmul	Tensor
sparse.BlockDiagonalVariable.rows	=readonly number[]
sparse.BlockDiagonalVariable.size	=number
sparse.BlockDiagonalVariable.to_sparse_tensor	SparseTensor
sparse.BlockDiagonalVariable.values	=Variable
sparse.SparseVariable	SparseVariable
sparse.SparseVariable.__repr__	string
sparse.SparseVariable.initializer	=Operation
sparse.SparseVariable.matmul	Tensor
sparse.SparseVariable.name	=string
sparse.SparseVariable.trainable	=boolean
sparse.SparseVariable.variable	=Variable
sparse.block_diagonal_dense	Tensor
sparse.matmul	Tensor
abc.ABC	ABC
abc.ABCMeta	ABCMeta
abc.abstractclassmethod	F
abc.abstractmethod	F
abc.abstractproperty	F
abc.abstractstaticmethod	F
argparse.ArgumentDefaultsHelpFormatter	ArgumentDefaultsHelpFormatter
argparse.ArgumentError	ArgumentError
argparse.ArgumentGroup	ArgumentGroup
argparse.ArgumentGroup.add_argument	Argument
argparse.ArgumentGroup.arguments	=Argument[]
argparse.ArgumentGroup.description	=string | null
argparse.ArgumentGroup.isExclusive	=boolean
argparse.ArgumentGroup.required	=boolean
argparse.ArgumentGroup.title	=string | null
argparse.ArgumentParser	ArgumentParser
argparse.ArgumentParser.add_argument	Argument
argparse.ArgumentParser.add_argument_group	ArgumentGroup
argparse.ArgumentParser.add_mutually_exclusive_group	ArgumentGroup
argparse.ArgumentParser.add_subparsers	SubParsers
argparse.ArgumentParser.description	=string | null
argparse.ArgumentParser.epilog	=string | null
argparse.ArgumentParser.error	never
argparse.ArgumentParser.exit	never
argparse.ArgumentParser.format_help	string
argparse.ArgumentParser.format_usage	string
argparse.ArgumentParser.get_default	unknown
argparse.ArgumentParser.parse_args	Namespace
argparse.ArgumentParser.parse_known_args	[namespace: Namespace, rest: string[]]
argparse.ArgumentParser.print_help	void
argparse.ArgumentParser.print_usage	void
argparse.ArgumentParser.prog	=string
argparse.ArgumentParser.register	void
argparse.ArgumentParser.set_defaults	void
argparse.ArgumentParser.usage	=string | null
argparse.ArgumentTypeError	ArgumentTypeError
argparse.FileType	(name: string) => BinaryFile | TextFile
argparse.HelpFormatter	HelpFormatter
argparse.Namespace	Namespace
argparse.Namespace.__contains__	boolean
argparse.Namespace.__eq__	boolean
argparse.Namespace.__repr__	string
argparse.ONE_OR_MORE	="+"
argparse.OPTIONAL	="?"
argparse.REMAINDER	="..."
argparse.RawDescriptionHelpFormatter	RawDescriptionHelpFormatter
argparse.RawTextHelpFormatter	RawTextHelpFormatter
argparse.SUPPRESS	="==SUPPRESS=="
argparse.SubParsers	SubParsers
argparse.SubParsers.add_parser	ArgumentParser
argparse.SubParsers.choices	=Map<string, { parser: ArgumentParser; help: string | null; }>
argparse.SubParsers.dest	=string | null
argparse.SubParsers.help	=string | null
argparse.SubParsers.metavar	=string | null
argparse.SubParsers.parse	string[]
argparse.SubParsers.required	=boolean
argparse.SubParsers.shown	string
argparse.SubParsers.title	=string | null
argparse.ZERO_OR_MORE	="*"
bisect.bisect	number
bisect.bisect_left	number
bisect.bisect_right	number
bisect.insort	void
bisect.insort_left	void
bisect.insort_right	void
collections.Callable	Callable
collections.Callable.is	boolean
collections.ChainMap	ChainMap<K, V>
collections.ChainMap.pythonName	=string
collections.ChainMap.__repr__	string
collections.ChainMap.clear	void
collections.ChainMap.delete	boolean
collections.ChainMap.entries	MapIterator<[K, V]>
collections.ChainMap.forEach	void
collections.ChainMap.get	V | undefined
collections.ChainMap.has	boolean
collections.ChainMap.keys	MapIterator<K>
collections.ChainMap.maps	=Map<K, V>[]
collections.ChainMap.new_child	ChainMap<K, V>
collections.ChainMap.parents	=ChainMap<K, V>
collections.ChainMap.set	ChainMap<K, V>
collections.ChainMap.size	=number
collections.ChainMap.values	MapIterator<V>
collections.Counter	Counter<K>
collections.Counter.pythonName	=string
collections.Counter.__add__	Counter<K>
collections.Counter.__and__	Counter<K>
collections.Counter.__missing__	number
collections.Counter.__or__	Counter<K>
collections.Counter.__repr__	string
collections.Counter.__sub__	Counter<K>
collections.Counter.add	Counter<K>
collections.Counter.and_	Counter<K>
collections.Counter.copy	Counter<K>
collections.Counter.elements	Generator<K, void, undefined>
collections.Counter.most_common	([K, number] & PyTuple<number | K>)[]
collections.Counter.or_	Counter<K>
collections.Counter.sub	Counter<K>
collections.Counter.subtract	void
collections.Counter.update	void
collections.Hashable	Hashable
collections.Hashable.is	boolean
collections.Iterable	Iterable
collections.Iterable.is	boolean
collections.Iterator	Iterator
collections.Iterator.is	boolean
collections.Mapping	Mapping
collections.Mapping.is	boolean
collections.MutableMapping	MutableMapping
collections.OrderedDict	OrderedDict<K, V>
collections.OrderedDict.pythonName	=string
collections.OrderedDict.__repr__	string
collections.OrderedDict.copy	OrderedDict<K, V>
collections.OrderedDict.move_to_end	void
collections.OrderedDict.popitem	[K, V] & PyTuple<K | V>
collections.Sequence	Sequence
collections.Sequence.is	boolean
collections.Set	Set
collections.Set.is	boolean
collections.Sized	Sized
collections.Sized.is	boolean
collections.abc.Callable	Callable
collections.abc.Callable.is	boolean
collections.abc.Hashable	Hashable
collections.abc.Hashable.is	boolean
collections.abc.Iterable	Iterable
collections.abc.Iterable.is	boolean
collections.abc.Iterator	Iterator
collections.abc.Iterator.is	boolean
collections.abc.Mapping	Mapping
collections.abc.Mapping.is	boolean
collections.abc.MutableMapping	MutableMapping
collections.abc.Sequence	Sequence
collections.abc.Sequence.is	boolean
collections.abc.Set	Set
collections.abc.Set.is	boolean
collections.abc.Sized	Sized
collections.abc.Sized.is	boolean
collections.defaultdict	defaultdict<K, V>
collections.defaultdict.pythonName	=string
collections.defaultdict.__missing__	V
collections.defaultdict.__repr__	string
collections.defaultdict.copy	defaultdict<K, V>
collections.defaultdict.default_factory	=Factory<V>
collections.deque	deque<T>
collections.deque.__contains__	boolean
collections.deque.__delitem__	void
collections.deque.__eq__	boolean
collections.deque.__getitem__	T
collections.deque.__len__	number
collections.deque.__repr__	string
collections.deque.__setitem__	void
collections.deque.append	void
collections.deque.appendleft	void
collections.deque.at	T
collections.deque.clear	void
collections.deque.copy	deque<T>
collections.deque.extend	void
collections.deque.extendleft	void
collections.deque.index	number
collections.deque.insert	void
collections.deque.length	=number
collections.deque.maxlen	=number | null
collections.deque.pop	T
collections.deque.popleft	T
collections.deque.remove	void
collections.deque.reverse	void
collections.deque.rotate	void
collections.namedtuple	NamedTupleType<F>
contextlib.closing	closing<T>
contextlib.closing.__enter__	T
contextlib.closing.__exit__	void
contextlib.contextmanager	(...args: A) => ContextManager<T>
contextlib.nullcontext	nullcontext<T>
contextlib.nullcontext.__enter__	T
contextlib.nullcontext.__exit__	void
contextlib.suppress	suppress
contextlib.suppress.__enter__	null
contextlib.suppress.__exit__	boolean
copy.copy	T
copy.deepcopy	T
csv.DictReader	DictReader
csv.DictReader.__iter__	DictReader
csv.DictReader.__next__	OrderedDict<string, string>
csv.DictReader.fieldnames	=string[]
csv.DictReader.line_num	=number
csv.DictWriter	DictWriter
csv.DictWriter.fieldnames	=string[]
csv.DictWriter.writeheader	void
csv.DictWriter.writerow	number
csv.DictWriter.writerows	void
csv.Error	Error
csv.QUOTE_ALL	=1
csv.QUOTE_MINIMAL	=0
csv.QUOTE_NONE	=3
csv.QUOTE_NONNUMERIC	=2
csv.get_dialect	Dialect
csv.list_dialects	string[]
csv.reader	reader
csv.reader.__iter__	reader
csv.reader.__next__	string[]
csv.reader.line_num	=number
csv.reader.next	IteratorResult<string[], undefined>
csv.register_dialect	void
csv.writer	writer
csv.writer.writerow	number
csv.writer.writerows	void
datetime.MAXYEAR	=9999
datetime.MINYEAR	=1
datetime.date	date
datetime.date.fromisoformat	date
datetime.date.fromordinal	date
datetime.date.fromtimestamp	date
datetime.date.today	date
datetime.date.__eq__	boolean
datetime.date.__format__	string
datetime.date.__ge__	boolean
datetime.date.__gt__	boolean
datetime.date.__hash__	string
datetime.date.__le__	boolean
datetime.date.__lt__	boolean
datetime.date.__repr__	string
datetime.date.__str__	string
datetime.date.add	date
datetime.date.ctime	string
datetime.date.day	=number
datetime.date.isocalendar	[year: number, week: number, weekday: number] & PyTuple<number>
datetime.date.isoformat	string
datetime.date.isoweekday	number
datetime.date.month	=number
datetime.date.radd	date
datetime.date.replace	date
datetime.date.strftime	string
datetime.date.sub	timedelta
datetime.date.timetuple	struct_time
datetime.date.toordinal	number
datetime.date.weekday	number
datetime.date.year	=number
datetime.datetime	datetime
datetime.datetime.combine	datetime
datetime.datetime.fromisoformat	datetime
datetime.datetime.fromordinal	datetime
datetime.datetime.fromtimestamp	datetime
datetime.datetime.now	datetime
datetime.datetime.strptime	datetime
datetime.datetime.today	datetime
datetime.datetime.utcfromtimestamp	datetime
datetime.datetime.utcnow	datetime
datetime.datetime.__repr__	string
datetime.datetime.__str__	string
datetime.datetime.add	datetime
datetime.datetime.astimezone	datetime
datetime.datetime.date	date
datetime.datetime.hour	=number
datetime.datetime.isoformat	string
datetime.datetime.microsecond	=number
datetime.datetime.minute	=number
datetime.datetime.replace	datetime
datetime.datetime.second	=number
datetime.datetime.strftime	string
datetime.datetime.sub	timedelta
datetime.datetime.time	time
datetime.datetime.timestamp	number
datetime.datetime.timetuple	struct_time
datetime.datetime.tzinfo	=timezone | null
datetime.datetime.tzname	string | null
datetime.datetime.utcoffset	timedelta | null
datetime.time	time
datetime.time.__eq__	boolean
datetime.time.__ge__	boolean
datetime.time.__gt__	boolean
datetime.time.__hash__	string
datetime.time.__le__	boolean
datetime.time.__lt__	boolean
datetime.time.__repr__	string
datetime.time.__str__	string
datetime.time.hour	=number
datetime.time.isoformat	string
datetime.time.microsecond	=number
datetime.time.minute	=number
datetime.time.second	=number
datetime.time.strftime	string
datetime.time.tzinfo	=timezone | null
datetime.timedelta	timedelta
datetime.timedelta.of	timedelta
datetime.timedelta.__bool__	boolean
datetime.timedelta.__eq__	boolean
datetime.timedelta.__ge__	boolean
datetime.timedelta.__gt__	boolean
datetime.timedelta.__hash__	string
datetime.timedelta.__le__	boolean
datetime.timedelta.__lt__	boolean
datetime.timedelta.__repr__	string
datetime.timedelta.__str__	string
datetime.timedelta.abs	timedelta
datetime.timedelta.add	timedelta
datetime.timedelta.days	=number
datetime.timedelta.floordiv	number | timedelta
datetime.timedelta.microseconds	=number
datetime.timedelta.mod	timedelta
datetime.timedelta.mul	timedelta
datetime.timedelta.neg	timedelta
datetime.timedelta.radd	timedelta
datetime.timedelta.rmul	timedelta
datetime.timedelta.seconds	=number
datetime.timedelta.sub	timedelta
datetime.timedelta.total_seconds	number
datetime.timedelta.truediv	number | timedelta
datetime.timezone	timezone
datetime.timezone.utc	=timezone
datetime.timezone.__eq__	boolean
datetime.timezone.__repr__	string
datetime.timezone.__str__	string
datetime.timezone.tzname	string
datetime.timezone.utcoffset	timedelta
fnmatch.filter	string[]
fnmatch.fnmatch	boolean
fnmatch.fnmatchcase	boolean
fnmatch.translate	string
functools.cmp_to_key	(x: T) => unknown
functools.lru_cache	<F extends Fn>(f: F) => Cached<F>
functools.partial	Partial<R>
functools.reduce	X
functools.total_ordering	C
functools.update_wrapper	W
functools.wraps	<W extends object>(wrapper: W) => W
glob.escape	string
glob.glob	string[]
glob.iglob	Generator<string, void, undefined>
gzip.GzipFile	GzipFile
gzip.GzipFile.__enter__	GzipFile
gzip.GzipFile.__exit__	void
gzip.GzipFile.__iter__	GzipFile
gzip.GzipFile.__next__	Uint8Array<ArrayBufferLike>
gzip.GzipFile.close	void
gzip.GzipFile.closed	=boolean
gzip.GzipFile.flush	void
gzip.GzipFile.isatty	boolean
gzip.GzipFile.mode	=string
gzip.GzipFile.name	=string | number
gzip.GzipFile.readable	boolean
gzip.GzipFile.readlines	Uint8Array<ArrayBufferLike>[]
gzip.GzipFile.seekable	boolean
gzip.GzipFile.writable	boolean
gzip.GzipFile.writelines	void
gzip.compress	Uint8Array<ArrayBufferLike>
gzip.decompress	Uint8Array<ArrayBufferLike>
gzip.open	BinaryFile | TextFile
hashlib.Hash	Hash
hashlib.Hash.copy	Hash
hashlib.Hash.digest	Uint8Array<ArrayBufferLike>
hashlib.Hash.digest_size	=number
hashlib.Hash.hexdigest	string
hashlib.Hash.name	=string
hashlib.Hash.update	void
hashlib.md5	Hash
hashlib.new_	Hash
hashlib.sha1	Hash
hashlib.sha224	Hash
hashlib.sha256	Hash
hashlib.sha384	Hash
hashlib.sha512	Hash
heapq.heapify	void
heapq.heappop	T
heapq.heappush	void
heapq.heappushpop	T
heapq.heapreplace	T
heapq.merge	Generator<T, void, undefined>
heapq.nlargest	T[]
heapq.nsmallest	T[]
io.BufferedReader	BinaryFile
io.BufferedReader.__enter__	BinaryFile
io.BufferedReader.__exit__	void
io.BufferedReader.__iter__	BinaryFile
io.BufferedReader.__next__	Uint8Array<ArrayBufferLike>
io.BufferedReader.close	void
io.BufferedReader.closed	=boolean
io.BufferedReader.fileno	number
io.BufferedReader.flush	void
io.BufferedReader.isatty	boolean
io.BufferedReader.mode	=string
io.BufferedReader.name	=string | number
io.BufferedReader.read	Uint8Array<ArrayBufferLike>
io.BufferedReader.readable	boolean
io.BufferedReader.readline	Uint8Array<ArrayBufferLike>
io.BufferedReader.readlines	Uint8Array<ArrayBufferLike>[]
io.BufferedReader.seek	number
io.BufferedReader.seekable	boolean
io.BufferedReader.tell	number
io.BufferedReader.truncate	number
io.BufferedReader.writable	boolean
io.BufferedReader.write	number
io.BufferedReader.writelines	void
io.BytesIO	BytesIO
io.BytesIO.__enter__	BytesIO
io.BytesIO.__exit__	void
io.BytesIO.__iter__	BytesIO
io.BytesIO.__next__	Uint8Array<ArrayBufferLike>
io.BytesIO.close	void
io.BytesIO.closed	=boolean
io.BytesIO.flush	void
io.BytesIO.getbuffer	Uint8Array<ArrayBufferLike>
io.BytesIO.getvalue	Uint8Array<ArrayBufferLike>
io.BytesIO.isatty	boolean
io.BytesIO.mode	=string
io.BytesIO.name	=string | number
io.BytesIO.readable	boolean
io.BytesIO.readlines	Uint8Array<ArrayBufferLike>[]
io.BytesIO.seekable	boolean
io.BytesIO.writable	boolean
io.BytesIO.writelines	void
io.DEFAULT_BUFFER_SIZE	=8192
io.SEEK_CUR	=1
io.SEEK_END	=2
io.SEEK_SET	=0
io.StringIO	StringIO
io.StringIO.__enter__	StringIO
io.StringIO.__exit__	void
io.StringIO.__iter__	StringIO
io.StringIO.__next__	string
io.StringIO.close	void
io.StringIO.closed	=boolean
io.StringIO.flush	void
io.StringIO.getvalue	string
io.StringIO.isatty	boolean
io.StringIO.mode	=string
io.StringIO.name	=string | number
io.StringIO.read	string
io.StringIO.readable	boolean
io.StringIO.readline	string
io.StringIO.readlines	string[]
io.StringIO.seek	number
io.StringIO.seekable	boolean
io.StringIO.tell	number
io.StringIO.truncate	number
io.StringIO.writable	boolean
io.StringIO.write	number
io.StringIO.writelines	void
io.TextIOWrapper	TextFile
io.TextIOWrapper.__enter__	TextFile
io.TextIOWrapper.__exit__	void
io.TextIOWrapper.__iter__	TextFile
io.TextIOWrapper.__next__	string
io.TextIOWrapper.close	void
io.TextIOWrapper.closed	=boolean
io.TextIOWrapper.encoding	=string
io.TextIOWrapper.errors	=string
io.TextIOWrapper.fileno	number
io.TextIOWrapper.flush	void
io.TextIOWrapper.isatty	boolean
io.TextIOWrapper.mode	=string
io.TextIOWrapper.name	=string | number
io.TextIOWrapper.newlines	=null
io.TextIOWrapper.read	string
io.TextIOWrapper.readable	boolean
io.TextIOWrapper.readline	string
io.TextIOWrapper.readlines	string[]
io.TextIOWrapper.seek	number
io.TextIOWrapper.seekable	boolean
io.TextIOWrapper.tell	number
io.TextIOWrapper.truncate	number
io.TextIOWrapper.writable	boolean
io.TextIOWrapper.write	number
io.TextIOWrapper.writelines	void
io.UnsupportedOperation	UnsupportedOperation
io.open	BinaryFile | TextFile
itertools.accumulate	Gen<T>
itertools.chain	Gen<T>
itertools.combinations	Gen<Items<T>>
itertools.combinations_with_replacement	Gen<Items<T>>
itertools.compress	Gen<T>
itertools.count	Gen<number>
itertools.cycle	Gen<T>
itertools.dropwhile	Gen<T>
itertools.filterfalse	Gen<T>
itertools.groupby	Gen<[key: unknown, group: Gen<T>] & PyTuple<unknown>>
itertools.ifilterfalse	Gen<T>
itertools.islice	Gen<T>
itertools.izip_longest	Gen<Items<T>>
itertools.permutations	Gen<Items<T>>
itertools.product	Gen<Items<T>>
itertools.repeat	Gen<T>
itertools.starmap	Gen<R>
itertools.takewhile	Gen<T>
itertools.tee	Items<Gen<T>>
itertools.zip_longest	Gen<Items<T>>
json.JSONDecodeError	JSONDecodeError
json.JSONDecodeError.colno	=number
json.JSONDecodeError.doc	=string
json.JSONDecodeError.lineno	=number
json.JSONDecodeError.msg	=string
json.JSONDecodeError.pos	=number
json.JSONDecoder	JSONDecoder
json.JSONDecoder.decode	unknown
json.JSONEncoder	JSONEncoder
json.JSONEncoder.default	unknown
json.JSONEncoder.encode	string
json.JSONEncoder.iterencode	string[]
json.dump	void
json.dumps	string
json.load	unknown
json.loads	unknown
logging.CRITICAL	=50
logging.DEBUG	=10
logging.ERROR	=40
logging.FATAL	=50
logging.FileHandler	FileHandler
logging.FileHandler.baseFilename	=string
logging.FileHandler.close	void
logging.Formatter	Formatter
logging.Formatter.format	string
logging.Formatter.formatTime	string
logging.Handler	Handler
logging.Handler.addFilter	void
logging.Handler.close	void
logging.Handler.emit	void
logging.Handler.flush	void
logging.Handler.format	string
logging.Handler.formatter	=Formatter | null
logging.Handler.handle	void
logging.Handler.level	=number
logging.Handler.setFormatter	void
logging.Handler.setLevel	void
logging.INFO	=20
logging.LogRecord	LogRecord
logging.LogRecord.args	=readonly unknown[]
logging.LogRecord.asctime	=string
logging.LogRecord.created	=number
logging.LogRecord.exc_info	=unknown
logging.LogRecord.filename	=string
logging.LogRecord.funcName	=string
logging.LogRecord.getMessage	string
logging.LogRecord.levelname	=string
logging.LogRecord.levelno	=number
logging.LogRecord.lineno	=number
logging.LogRecord.message	=string
logging.LogRecord.module	=string
logging.LogRecord.msecs	=number
logging.LogRecord.msg	=unknown
logging.LogRecord.name	=string
logging.LogRecord.pathname	=string
logging.LogRecord.process	=number
logging.LogRecord.processName	="MainProcess"
logging.LogRecord.relativeCreated	=number
logging.LogRecord.thread	=1
logging.LogRecord.threadName	="MainThread"
logging.Logger	Logger
logging.Logger.__repr__	string
logging.Logger.addFilter	void
logging.Logger.addHandler	void
logging.Logger.critical	void
logging.Logger.debug	void
logging.Logger.disabled	=boolean
logging.Logger.error	void
logging.Logger.exception	void
logging.Logger.fatal	void
logging.Logger.getChild	Logger
logging.Logger.getEffectiveLevel	number
logging.Logger.handle	void
logging.Logger.handlers	=Handler[]
logging.Logger.hasHandlers	boolean
logging.Logger.info	void
logging.Logger.isEnabledFor	boolean
logging.Logger.level	=number
logging.Logger.log	void
logging.Logger.name	=string
logging.Logger.parent	=Logger | null
logging.Logger.propagate	=boolean
logging.Logger.removeHandler	void
logging.Logger.setLevel	void
logging.Logger.warn	void
logging.Logger.warning	void
logging.NOTSET	=0
logging.NullHandler	NullHandler
logging.StreamHandler	StreamHandler
logging.StreamHandler.emit	void
logging.StreamHandler.stream	=Output | null
logging.StreamHandler.terminator	="\\n"
logging.WARN	=30
logging.WARNING	=30
logging.addLevelName	void
logging.basicConfig	void
logging.captureWarnings	void
logging.critical	void
logging.debug	void
logging.disable	void
logging.error	void
logging.exception	void
logging.fatal	void
logging.getLevelName	string | number
logging.getLogger	Logger
logging.info	void
logging.log	void
logging.root	=Logger
logging.shutdown	void
logging.warn	void
logging.warning	void
math.acos	number
math.acosh	number
math.asin	number
math.asinh	number
math.atan	number
math.atan2	number
math.atanh	number
math.ceil	number
math.copysign	number
math.cos	number
math.cosh	number
math.degrees	number
math.e	=number
math.erf	number
math.erfc	number
math.exp	number
math.expm1	number
math.fabs	number
math.factorial	number
math.floor	number
math.fmod	number
math.frexp	[number, number] & PyTuple<number>
math.fsum	number
math.gamma	number
math.gcd	number
math.hypot	number
math.inf	=number
math.isclose	boolean
math.isfinite	boolean
math.isinf	boolean
math.isnan	boolean
math.ldexp	number
math.lgamma	number
math.log	number
math.log10	number
math.log1p	number
math.log2	number
math.modf	[number, number] & PyTuple<number>
math.nan	=number
math.pi	=number
math.pow	number
math.radians	number
math.remainder	number
math.sin	number
math.sinh	number
math.sqrt	number
math.tan	number
math.tanh	number
math.tau	=number
math.trunc	number
operator.abs	X
operator.add	X
operator.and_	X
operator.attrgetter	(x: unknown) => unknown
operator.concat	X
operator.contains	boolean
operator.countOf	number
operator.delitem	void
operator.div	X
operator.eq	X
operator.floordiv	X
operator.ge	X
operator.getitem	X
operator.gt	X
operator.iadd	X
operator.iand	X
operator.idiv	X
operator.ifloordiv	X
operator.ilshift	X
operator.imatmul	X
operator.imod	X
operator.imul	X
operator.index	number
operator.inv	X
operator.invert	X
operator.ior	X
operator.ipow	X
operator.irshift	X
operator.is_	boolean
operator.is_not	boolean
operator.isub	X
operator.itemgetter	(x: unknown) => unknown
operator.itruediv	X
operator.ixor	X
operator.le	X
operator.lshift	X
operator.lt	X
operator.matmul	X
operator.methodcaller	(x: unknown) => unknown
operator.mod	X
operator.mul	X
operator.ne	X
operator.neg	X
operator.not_	boolean
operator.or_	X
operator.pos	X
operator.pow	number | bigint
operator.rshift	X
operator.setitem	void
operator.sub	X
operator.truediv	X
operator.truth	boolean
operator.xor	X
os.DirEntry	DirEntry
os.DirEntry.__repr__	string
os.DirEntry.is_dir	boolean
os.DirEntry.is_file	boolean
os.DirEntry.is_symlink	boolean
os.DirEntry.name	=string
os.DirEntry.path	=string
os.DirEntry.stat	StatResult
os.F_OK	=0
os.R_OK	=4
os.StatResult	StatResult
os.StatResult.st_atime	=number
os.StatResult.st_ctime	=number
os.StatResult.st_gid	=number
os.StatResult.st_ino	=number
os.StatResult.st_mode	=number
os.StatResult.st_mtime	=number
os.StatResult.st_nlink	=number
os.StatResult.st_size	=number
os.StatResult.st_uid	=number
os.W_OK	=2
os.X_OK	=1
os._exit	never
os.access	boolean
os.altsep	=null
os.chdir	void
os.chmod	void
os.cpu_count	number
os.curdir	="."
os.devnull	="/dev/null"
os.environ	=PyDict<string, string>
os.error	OSError
os.extsep	="."
os.fspath	string
os.getcwd	string
os.getenv	string | D
os.getlogin	string
os.getpid	number
os.getppid	number
os.linesep	="\\n"
os.link	void
os.listdir	string[]
os.lstat	StatResult
os.makedirs	void
os.mkdir	void
os.name	="posix"
os.pardir	=".."
os.path.abspath	string
os.path.basename	string
os.path.commonpath	string
os.path.commonprefix	string
os.path.curdir	="."
os.path.dirname	string
os.path.exists	boolean
os.path.expanduser	string
os.path.expandvars	string
os.path.extsep	="."
os.path.getatime	number
os.path.getctime	number
os.path.getmtime	number
os.path.getsize	number
os.path.isabs	boolean
os.path.isdir	boolean
os.path.isfile	boolean
os.path.islink	boolean
os.path.join	string
os.path.lexists	boolean
os.path.normcase	string
os.path.normpath	string
os.path.pardir	=".."
os.path.realpath	string
os.path.relpath	string
os.path.samefile	boolean
os.path.sep	="/"
os.path.split	[head: string, tail: string] & PyTuple<string>
os.path.splitdrive	[drive: string, path: string] & PyTuple<string>
os.path.splitext	[root: string, ext: string] & PyTuple<string>
os.pathsep	=":"
os.popen	StringIO
os.putenv	void
os.readlink	string
os.remove	void
os.removedirs	void
os.rename	void
os.renames	void
os.replace	void
os.rmdir	void
os.scandir	DirEntry[]
os.sep	="/"
os.stat	StatResult
os.symlink	void
os.system	number
os.unlink	void
os.unsetenv	void
os.urandom	Uint8Array<ArrayBufferLike>
os.utime	void
os.walk	Generator<Walked, void, undefined>
pickle.DEFAULT_PROTOCOL	=3
pickle.HIGHEST_PROTOCOL	=4
pickle.PickleError	PickleError
pickle.PicklingError	PicklingError
pickle.UnpicklingError	UnpicklingError
pickle.dump	void
pickle.dumps	Uint8Array<ArrayBufferLike>
pickle.load	unknown
pickle.loads	unknown
pprint.PrettyPrinter	PrettyPrinter
pprint.PrettyPrinter.pformat	string
pprint.PrettyPrinter.pprint	void
pprint.pformat	string
pprint.pp	void
pprint.pprint	void
random.Random	Random
random.Random.betavariate	number
random.Random.choice	T
random.Random.choices	T[]
random.Random.expovariate	number
random.Random.gammavariate	number
random.Random.gauss	number
random.Random.getrandbits	number
random.Random.getstate	PyTuple<unknown>
random.Random.lognormvariate	number
random.Random.normalvariate	number
random.Random.paretovariate	number
random.Random.randint	number
random.Random.random	number
random.Random.randrange	number
random.Random.sample	T[]
random.Random.seed	void
random.Random.setstate	void
random.Random.shuffle	void
random.Random.triangular	number
random.Random.uniform	number
random.Random.vonmisesvariate	number
random.Random.weibullvariate	number
random.SystemRandom	SystemRandom
random.SystemRandom.seed	void
random.betavariate	number
random.choice	T
random.choices	T[]
random.expovariate	number
random.gammavariate	number
random.gauss	number
random.getrandbits	number
random.getstate	PyTuple<unknown>
random.lognormvariate	number
random.normalvariate	number
random.paretovariate	number
random.randint	number
random.random	number
random.randrange	number
random.sample	T[]
random.seed	void
random.setstate	void
random.shuffle	void
random.triangular	number
random.uniform	number
random.vonmisesvariate	number
random.weibullvariate	number
re.A	=256
re.ASCII	=256
re.DOTALL	=16
re.I	=2
re.IGNORECASE	=2
re.L	=4
re.LOCALE	=4
re.M	=8
re.MULTILINE	=8
re.Match	Match
re.Match.__getitem__	string
re.Match.__repr__	string
re.Match.at	string
re.Match.end	number
re.Match.endpos	=number
re.Match.expand	string
re.Match.group	PyTuple<string>
re.Match.groupdict	PyDict<string, string>
re.Match.groups	PyTuple<string>
re.Match.lastgroup	=string | null
re.Match.lastindex	=number | null
re.Match.pos	=number
re.Match.re	=Pattern
re.Match.span	[start: number, end: number] & PyTuple<number>
re.Match.start	number
re.Match.string	=string
re.Pattern	Pattern
re.Pattern.__repr__	string
re.Pattern.findall	string[]
re.Pattern.finditer	Generator<Match, void, undefined>
re.Pattern.flags	=number
re.Pattern.fullmatch	Match | null
re.Pattern.groupindex	=PyDict<string, number>
re.Pattern.groups	=number
re.Pattern.match	Match | null
re.Pattern.pattern	=string
re.Pattern.places	readonly (readonly [number, number] | undefined)[]
re.Pattern.search	Match | null
re.Pattern.split	string[]
re.Pattern.sub	string
re.Pattern.subn	[text: string, count: number] & PyTuple<string | number>
re.S	=16
re.U	=32
re.UNICODE	=32
re.VERBOSE	=64
re.X	=64
re.compile	Pattern
re.error	error
re.error.msg	=string
re.error.pattern	=string
re.error.pos	=number
re.escape	string
re.findall	string[]
re.finditer	Generator<Match, void, undefined>
re.fullmatch	Match | null
re.match	Match | null
re.purge	void
re.search	Match | null
re.split	string[]
re.sub	string
re.subn	[text: string, count: number] & PyTuple<string | number>
shutil.Error	Error
shutil.SameFileError	SameFileError
shutil.copy	string
shutil.copy2	string
shutil.copyfile	string
shutil.copyfileobj	void
shutil.copymode	void
shutil.copystat	void
shutil.copytree	string
shutil.disk_usage	[total: number, used: number, free: number] & PyTuple<number>
shutil.ignore_patterns	(folder: string, names: string[]) => string[]
shutil.move	string
shutil.rmtree	void
shutil.which	string | null
six.BytesIO	BytesIO
six.PY2	=false
six.PY3	=true
six.StringIO	StringIO
six.add_metaclass	<C>(cls: C) => C
six.b	Uint8Array<ArrayBufferLike>
six.binary_type	Uint8Array<ArrayBufferLike>
six.ensure_binary	Uint8Array<ArrayBufferLike>
six.ensure_str	string
six.ensure_text	string
six.integer_types	=PyTuple<unknown>
six.iteritems	IterableIterator<[K, V]>
six.iterkeys	IterableIterator<K>
six.itervalues	IterableIterator<V>
six.moves.BytesIO	BytesIO
six.moves.StringIO	StringIO
six.moves.filter	Generator<X, void, undefined>
six.moves.input	string
six.moves.map	Generator<R, void, undefined>
six.moves.range	PyRange
six.moves.reduce	X
six.moves.xrange	PyRange
six.moves.zip	Generator<Zipped<T>, void, undefined>
six.moves.zip_longest	Gen<Items<T>>
six.number_types	=PyTuple<unknown>
six.python_2_unicode_compatible	C
six.string_types	=PyTuple<unknown>
six.text_type	string
six.u	string
six.unichr	string
six.with_metaclass	C
statistics.StatisticsError	StatisticsError
statistics.mean	number
statistics.median	number
statistics.median_high	number
statistics.median_low	number
statistics.mode	T
statistics.pstdev	number
statistics.pvariance	number
statistics.stdev	number
statistics.variance	number
string.Template	Template
string.Template.safe_substitute	string
string.Template.substitute	string
string.Template.template	=string
string.ascii_letters	=string
string.ascii_lowercase	="abcdefghijklmnopqrstuvwxyz"
string.ascii_uppercase	="ABCDEFGHIJKLMNOPQRSTUVWXYZ"
string.capwords	string
string.digits	="0123456789"
string.hexdigits	="0123456789abcdefABCDEF"
string.letters	=string
string.lowercase	="abcdefghijklmnopqrstuvwxyz"
string.octdigits	="01234567"
string.printable	=string
string.punctuation	="!\\"#$%&'()*+,-./:;<=>?@[\\\\]^_\`{|}~"
string.uppercase	="ABCDEFGHIJKLMNOPQRSTUVWXYZ"
string.whitespace	=" \\t\\n\\r\\v\\f"
struct.calcsize	number
struct.error	error
struct.iter_unpack	Generator<PyTuple<number>, void, undefined>
struct.pack	Uint8Array<ArrayBufferLike>
struct.unpack	PyTuple<number>
struct.unpack_from	PyTuple<number>
sys.Stream	Stream
sys.Stream.buffer	={ write(bytes: Uint8Array<ArrayBufferLike>): number; flush(): void; }
sys.Stream.closed	=false
sys.Stream.encoding	="UTF-8"
sys.Stream.fileno	number
sys.Stream.flush	void
sys.Stream.isatty	boolean
sys.Stream.name	=string
sys.Stream.writable	boolean
sys.Stream.write	number
sys.Stream.writelines	void
sys.__stderr__	=Stream
sys.__stdout__	=Stream
sys.argv	=string[]
sys.byteorder	="little"
sys.dont_write_bytecode	=false
sys.exc_info	PyTuple<unknown>
sys.executable	=string
sys.exit	never
sys.float_info.dig	=15
sys.float_info.epsilon	=number
sys.float_info.mant_dig	=53
sys.float_info.max	=number
sys.float_info.max_exp	=1024
sys.float_info.min	=2.2250738585072014e-308
sys.float_info.min_exp	=-1021
sys.getdefaultencoding	string
sys.getfilesystemencoding	string
sys.getrecursionlimit	number
sys.getsizeof	number
sys.hexversion	=50794736
sys.intern	string
sys.maxsize	=number | bigint
sys.maxunicode	=1114111
sys.modules	=PyDict<string, unknown>
sys.path	=string[]
sys.platform	=string
sys.prefix	="/usr/local"
sys.setrecursionlimit	void
sys.stderr	=Stream
sys.stdin	=TextFile
sys.stdout	=Stream
sys.version	="3.7.16 (default, Dec 6 2022, 00:00:00) \\n[GCC 7.5.0]"
sys.version_info	=VersionInfo
tempfile.NamedTemporaryFile	BinaryFile | TextFile
tempfile.TemporaryDirectory	TemporaryDirectory
tempfile.TemporaryDirectory.__enter__	string
tempfile.TemporaryDirectory.__exit__	void
tempfile.TemporaryDirectory.cleanup	void
tempfile.TemporaryDirectory.name	=string
tempfile.TemporaryFile	BinaryFile | TextFile
tempfile.gettempdir	string
tempfile.gettempprefix	string
tempfile.mkdtemp	string
tempfile.mkstemp	[fd: number, path: string] & PyTuple<string | number>
tempfile.mktemp	string
threading.BoundedSemaphore	BoundedSemaphore
threading.Condition	Condition
threading.Condition.notify	void
threading.Condition.notify_all	void
threading.Condition.wait	boolean
threading.Condition.wait_for	boolean
threading.Event	Event
threading.Event.clear	void
threading.Event.isSet	boolean
threading.Event.is_set	boolean
threading.Event.set	void
threading.Event.wait	boolean
threading.Lock	Lock
threading.Lock.__enter__	boolean
threading.Lock.__exit__	void
threading.Lock.acquire	boolean
threading.Lock.locked	boolean
threading.Lock.release	void
threading.RLock	RLock
threading.Semaphore	Semaphore
threading.Semaphore.__enter__	boolean
threading.Semaphore.__exit__	void
threading.Semaphore.acquire	boolean
threading.Semaphore.release	void
threading.Thread	Thread
threading.Thread.daemon	=boolean
threading.Thread.getName	string
threading.Thread.ident	=number
threading.Thread.isDaemon	boolean
threading.Thread.is_alive	boolean
threading.Thread.join	void
threading.Thread.name	=string
threading.Thread.run	void
threading.Thread.setDaemon	void
threading.Thread.setName	void
threading.Thread.start	void
threading.Timer	Timer
threading.Timer.cancel	void
threading.active_count	number
threading.currentThread	Thread
threading.current_thread	Thread
threading.enumerate	Thread[]
threading.get_ident	number
threading.local	local
threading.main_thread	Thread
time.asctime	string
time.clock	number
time.ctime	string
time.gmtime	struct_time
time.localtime	struct_time
time.mktime	number
time.monotonic	number
time.perf_counter	number
time.process_time	number
time.sleep	void
time.strftime	string
time.strptime	struct_time
time.struct_time	struct_time
time.struct_time.__repr__	string
time.struct_time.tm_hour	=number
time.struct_time.tm_isdst	=number
time.struct_time.tm_mday	=number
time.struct_time.tm_min	=number
time.struct_time.tm_mon	=number
time.struct_time.tm_sec	=number
time.struct_time.tm_wday	=number
time.struct_time.tm_yday	=number
time.struct_time.tm_year	=number
time.time	number
time.time_ns	number
time.timezone	=number
time.tzname	=PyTuple<string>
traceback.extract_stack	string[]
traceback.format_exc	string
traceback.format_exception	string[]
traceback.format_exception_only	string[]
traceback.format_stack	string[]
traceback.format_tb	string[]
traceback.print_exc	void
traceback.print_exception	void
traceback.print_stack	void
warnings.catch_warnings	catch_warnings
warnings.catch_warnings.__enter__	WarningMessage[] | null
warnings.catch_warnings.__exit__	void
warnings.filterwarnings	void
warnings.resetwarnings	void
warnings.simplefilter	void
warnings.warn	void
zlib.adler32	number
zlib.compress	Uint8Array<ArrayBufferLike>
zlib.crc32	number
zlib.decompress	Uint8Array<ArrayBufferLike>
zlib.error	error
plt.Axes	Axes
plt.Axes.axhline	void
plt.Axes.axis	void
plt.Axes.axvline	void
plt.Axes.bar	void
plt.Axes.clear	void
plt.Axes.fill_between	void
plt.Axes.grid	void
plt.Axes.hist	[n: number[], bins: number[]]
plt.Axes.imshow	void
plt.Axes.legend	void
plt.Axes.plot	unknown[]
plt.Axes.scatter	void
plt.Axes.set_title	void
plt.Axes.set_xlabel	void
plt.Axes.set_xlim	void
plt.Axes.set_ylabel	void
plt.Axes.set_ylim	void
plt.Axes.svg	string
plt.Axes.text	void
plt.Figure	Figure
plt.Figure.add_subplot	Axes
plt.Figure.clear	void
plt.Figure.isEmpty	=boolean
plt.Figure.number	=number
plt.Figure.savefig	string
plt.Figure.suptitle	void
plt.Figure.svg	string
plt.Figure.tight_layout	void
plt.axhline	void
plt.axis	void
plt.axvline	void
plt.bar	void
plt.cla	void
plt.clf	void
plt.close	void
plt.colorbar	void
plt.draw	void
plt.figure	Figure
plt.fill_between	void
plt.gca	Axes
plt.gcf	Figure
plt.grid	void
plt.hist	[n: number[], bins: number[]]
plt.imshow	void
plt.ioff	void
plt.ion	void
plt.legend	void
plt.pause	void
plt.plot	unknown[]
plt.savefig	void
plt.scatter	void
plt.show	void
plt.subplot	Axes
plt.subplots	[Figure, Axes & Axes[] & Axes[][]]
plt.subplots_adjust	void
plt.suptitle	void
plt.switch_backend	void
plt.text	void
plt.tight_layout	void
plt.title	void
plt.xlabel	void
plt.xlim	void
plt.xticks	void
plt.ylabel	void
plt.ylim	void
plt.yticks	void`;

/** Classes that want new. */
export const CLASSES = `abc.ABC
abc.ABCMeta
argparse.ArgumentDefaultsHelpFormatter
argparse.ArgumentError
argparse.ArgumentGroup
argparse.ArgumentParser
argparse.ArgumentTypeError
argparse.HelpFormatter
argparse.Namespace
argparse.RawDescriptionHelpFormatter
argparse.RawTextHelpFormatter
argparse.SubParsers
collections.Callable
collections.ChainMap
collections.Counter
collections.Hashable
collections.Iterable
collections.Iterator
collections.Mapping
collections.MutableMapping
collections.OrderedDict
collections.Sequence
collections.Set
collections.Sized
collections.abc.Callable
collections.abc.Hashable
collections.abc.Iterable
collections.abc.Iterator
collections.abc.Mapping
collections.abc.MutableMapping
collections.abc.Sequence
collections.abc.Set
collections.abc.Sized
collections.defaultdict
collections.deque
contextlib.closing
contextlib.nullcontext
contextlib.suppress
csv.DictReader
csv.DictWriter
csv.Error
csv.reader
csv.writer
datetime.date
datetime.datetime
datetime.time
datetime.timedelta
datetime.timezone
gzip.GzipFile
hashlib.Hash
io.BufferedReader
io.BytesIO
io.StringIO
io.TextIOWrapper
io.UnsupportedOperation
json.JSONDecodeError
json.JSONDecoder
json.JSONEncoder
logging.FileHandler
logging.Formatter
logging.Handler
logging.LogRecord
logging.Logger
logging.NullHandler
logging.StreamHandler
np.AxisError
np.FInfo
np.IInfo
np.NDArray
np.NpScalar
np.NpzFile
np.linalg.LinAlgError
os.DirEntry
os.StatResult
os.error
pickle.PickleError
pickle.PicklingError
pickle.UnpicklingError
pprint.PrettyPrinter
py.ArithmeticError
py.AssertionError
py.AttributeError
py.BaseException
py.BlockingIOError
py.BrokenPipeError
py.BufferError
py.ChildProcessError
py.ConnectionAbortedError
py.ConnectionError
py.ConnectionRefusedError
py.ConnectionResetError
py.ContextManager
py.DeprecationWarning
py.EOFError
py.EnvironmentError
py.Exception
py.FileExistsError
py.FileNotFoundError
py.FloatingPointError
py.FutureWarning
py.GeneratorExit
py.IOError
py.ImportError
py.ImportWarning
py.IndexError
py.InterruptedError
py.IsADirectoryError
py.KeyError
py.KeyboardInterrupt
py.LookupError
py.MemoryError
py.ModuleNotFoundError
py.NameError
py.NotADirectoryError
py.NotImplementedError
py.OSError
py.OverflowError
py.PendingDeprecationWarning
py.PermissionError
py.ProcessLookupError
py.PyDict
py.PyError
py.PyFloat
py.PyFrozenSet
py.PyNamedTuple
py.PyOrderedDict
py.PyRange
py.PySet
py.PySlice
py.PyTuple
py.RecursionError
py.ReferenceError
py.ResourceWarning
py.RuntimeError
py.RuntimeWarning
py.SimpleContext
py.StopIteration
py.SyntaxError
py.SyntaxWarning
py.SystemError
py.SystemExit
py.TimeoutError
py.TypeError
py.UnboundLocalError
py.UnicodeDecodeError
py.UnicodeEncodeError
py.UnicodeError
py.UnicodeTranslateError
py.UnicodeWarning
py.UserWarning
py.ValueError
py.Warning
py.ZeroDivisionError
random.Random
random.SystemRandom
re.Match
re.Pattern
re.error
shutil.Error
shutil.SameFileError
six.BytesIO
six.StringIO
statistics.StatisticsError
string.Template
struct.error
sys.Stream
tempfile.TemporaryDirectory
tf.DType
tf.Graph
tf.HistogramProto
tf.IndexedSlices
tf.OpError
tf.Operation
tf.Summary
tf.Summary.Value
tf.Tensor
tf.VariableScope
tf.app.flags.DuplicateFlagError
tf.app.flags.Error
tf.app.flags.IllegalFlagValueError
tf.app.flags.UnrecognizedFlagError
tf.dtypes.DType
tf.errors.AbortedError
tf.errors.AlreadyExistsError
tf.errors.CancelledError
tf.errors.DataLossError
tf.errors.DeadlineExceededError
tf.errors.FailedPreconditionError
tf.errors.InternalError
tf.errors.InvalidArgumentError
tf.errors.NotFoundError
tf.errors.OpError
tf.errors.OutOfRangeError
tf.errors.PermissionDeniedError
tf.errors.ResourceExhaustedError
tf.errors.UnauthenticatedError
tf.errors.UnavailableError
tf.errors.UnimplementedError
tf.errors.UnknownError
tf.summary.Summary
tf.summary.Summary.Value
tf.train.Optimizer
threading.BoundedSemaphore
threading.Condition
threading.Event
threading.Lock
threading.RLock
threading.Semaphore
threading.Thread
threading.Timer
threading.local
time.struct_time
warnings.catch_warnings
zlib.error`;

/** Names of the original that the library lacks. */
export const MISSING = `tf.AUTO_REUSE
tf.AggregationMethod
tf.AttrValue
tf.CXX11_ABI_FLAG
tf.ConditionalAccumulator
tf.ConditionalAccumulatorBase
tf.CriticalSection
tf.DeviceSpec
tf.Event
tf.FixedLenSequenceFeature
tf.GradientTape
tf.GraphKeys
tf.IdentityReader
tf.IndexedSlicesSpec
tf.LMDBReader
tf.LogMessage
tf.MONOLITHIC_BUILD
tf.MetaGraphDef
tf.Module
tf.NameAttrList
tf.NoGradient
tf.NodeDef
tf.NotDifferentiable
tf.OptionalSpec
tf.PaddingFIFOQueue
tf.Print
tf.PriorityQueue
tf.QUANTIZED_DTYPES
tf.QueueBase
tf.RaggedTensor
tf.RaggedTensorSpec
tf.ReaderBase
tf.SessionLog
tf.SparseConditionalAccumulator
tf.SparseFeature
tf.SparseTensorSpec
tf.SummaryMetadata
tf.TensorArraySpec
tf.TensorInfo
tf.TensorSpec
tf.TypeSpec
tf.UnconnectedGradients
tf.VariableAggregation
tf.VariableSynchronization
tf.add_check_numerics_ops
tf.app.flags.ArgumentParser
tf.app.flags.ArgumentSerializer
tf.app.flags.BaseListParser
tf.app.flags.BooleanFlag
tf.app.flags.BooleanParser
tf.app.flags.CantOpenFlagFileError
tf.app.flags.CsvListSerializer
tf.app.flags.DEFINE
tf.app.flags.DEFINE_alias
tf.app.flags.DEFINE_enum_class
tf.app.flags.DEFINE_flag
tf.app.flags.DEFINE_multi
tf.app.flags.DEFINE_multi_enum
tf.app.flags.DEFINE_multi_enum_class
tf.app.flags.EnumClassFlag
tf.app.flags.EnumClassListSerializer
tf.app.flags.EnumClassParser
tf.app.flags.EnumClassSerializer
tf.app.flags.EnumFlag
tf.app.flags.EnumParser
tf.app.flags.Flag
tf.app.flags.FlagHolder
tf.app.flags.FlagNameConflictsWithMethodError
tf.app.flags.FlagValues
tf.app.flags.FloatParser
tf.app.flags.IntegerParser
tf.app.flags.ListParser
tf.app.flags.ListSerializer
tf.app.flags.MultiEnumClassFlag
tf.app.flags.MultiFlag
tf.app.flags.UnparsedFlagAccessError
tf.app.flags.ValidationError
tf.app.flags.WhitespaceSeparatedListParser
tf.app.flags.absolute_import
tf.app.flags.adopt_module_key_flags
tf.app.flags.declare_key_flag
tf.app.flags.disclaim_key_flags
tf.app.flags.division
tf.app.flags.doc_to_help
tf.app.flags.flag_dict_to_args
tf.app.flags.get_help_width
tf.app.flags.mark_bool_flags_as_mutual_exclusive
tf.app.flags.mark_flags_as_mutual_exclusive
tf.app.flags.multi_flags_validator
tf.app.flags.override_value
tf.app.flags.print_function
tf.app.flags.register_multi_flags_validator
tf.app.flags.register_validator
tf.app.flags.set_default
tf.app.flags.text_wrap
tf.app.flags.validator
tf.audio.decode_wav
tf.audio.encode_wav
tf.autograph.experimental.Feature
tf.autograph.experimental.do_not_convert
tf.autograph.experimental.set_loop_options
tf.autograph.set_verbosity
tf.autograph.to_code
tf.autograph.to_graph
tf.autograph.trace
tf.config.experimental.VirtualDeviceConfiguration
tf.config.experimental.get_device_policy
tf.config.experimental.get_memory_growth
tf.config.experimental.get_synchronous_execution
tf.config.experimental.get_virtual_device_configuration
tf.config.experimental.get_visible_devices
tf.config.experimental.list_logical_devices
tf.config.experimental.list_physical_devices
tf.config.experimental.set_device_policy
tf.config.experimental.set_memory_growth
tf.config.experimental.set_synchronous_execution
tf.config.experimental.set_virtual_device_configuration
tf.config.experimental.set_visible_devices
tf.config.experimental_connect_to_cluster
tf.config.experimental_connect_to_host
tf.config.experimental_list_devices
tf.config.experimental_run_functions_eagerly
tf.config.get_soft_device_placement
tf.config.optimizer.get_experimental_options
tf.config.optimizer.get_jit
tf.config.optimizer.set_experimental_options
tf.config.optimizer.set_jit
tf.config.set_soft_device_placement
tf.config.threading.get_inter_op_parallelism_threads
tf.config.threading.get_intra_op_parallelism_threads
tf.config.threading.set_inter_op_parallelism_threads
tf.config.threading.set_intra_op_parallelism_threads
tf.container
tf.control_flow_v2_enabled
tf.convert_to_tensor_or_indexed_slices
tf.convert_to_tensor_or_sparse_tensor
tf.data.DatasetSpec
tf.data.FixedLengthRecordDataset
tf.data.Options
tf.data.experimental.AUTOTUNE
tf.data.experimental.CheckpointInputPipelineHook
tf.data.experimental.Counter
tf.data.experimental.CsvDataset
tf.data.experimental.DatasetStructure
tf.data.experimental.DistributeOptions
tf.data.experimental.INFINITE_CARDINALITY
tf.data.experimental.MapVectorizationOptions
tf.data.experimental.OptimizationOptions
tf.data.experimental.Optional
tf.data.experimental.OptionalStructure
tf.data.experimental.RaggedTensorStructure
tf.data.experimental.RandomDataset
tf.data.experimental.Reducer
tf.data.experimental.SparseTensorStructure
tf.data.experimental.SqlDataset
tf.data.experimental.StatsAggregator
tf.data.experimental.StatsOptions
tf.data.experimental.Structure
tf.data.experimental.TFRecordWriter
tf.data.experimental.TensorArrayStructure
tf.data.experimental.TensorStructure
tf.data.experimental.ThreadingOptions
tf.data.experimental.UNKNOWN_CARDINALITY
tf.data.experimental.bucket_by_sequence_length
tf.data.experimental.bytes_produced_stats
tf.data.experimental.cardinality
tf.data.experimental.choose_from_datasets
tf.data.experimental.copy_to_device
tf.data.experimental.dense_to_sparse_batch
tf.data.experimental.enumerate_dataset
tf.data.experimental.from_variant
tf.data.experimental.get_next_as_optional
tf.data.experimental.get_single_element
tf.data.experimental.get_structure
tf.data.experimental.group_by_reducer
tf.data.experimental.group_by_window
tf.data.experimental.ignore_errors
tf.data.experimental.latency_stats
tf.data.experimental.make_batched_features_dataset
tf.data.experimental.make_csv_dataset
tf.data.experimental.make_saveable_from_iterator
tf.data.experimental.map_and_batch
tf.data.experimental.map_and_batch_with_legacy_function
tf.data.experimental.parallel_interleave
tf.data.experimental.parse_example_dataset
tf.data.experimental.prefetch_to_device
tf.data.experimental.rejection_resample
tf.data.experimental.sample_from_datasets
tf.data.experimental.scan
tf.data.experimental.shuffle_and_repeat
tf.data.experimental.take_while
tf.data.experimental.to_variant
tf.data.experimental.unbatch
tf.data.experimental.unique
tf.data.get_output_classes
tf.data.get_output_shapes
tf.data.get_output_types
tf.data.make_initializable_iterator
tf.data.make_one_shot_iterator
tf.debugging.assert_all_finite
tf.debugging.assert_shapes
tf.debugging.get_log_device_placement
tf.debugging.set_log_device_placement
tf.decode_compressed
tf.decode_json_example
tf.delete_session_tensor
tf.dequantize
tf.deserialize_many_sparse
tf.dimension_at_index
tf.dimension_value
tf.disable_control_flow_v2
tf.disable_eager_execution
tf.disable_tensor_equality
tf.disable_v2_tensorshape
tf.distribute.CrossDeviceOps
tf.distribute.HierarchicalCopyAllReduce
tf.distribute.InputContext
tf.distribute.InputReplicationMode
tf.distribute.MirroredStrategy
tf.distribute.NcclAllReduce
tf.distribute.OneDeviceStrategy
tf.distribute.ReduceOp
tf.distribute.ReductionToOneDevice
tf.distribute.ReplicaContext
tf.distribute.Server
tf.distribute.Strategy
tf.distribute.StrategyExtended
tf.distribute.cluster_resolver.ClusterResolver
tf.distribute.cluster_resolver.GCEClusterResolver
tf.distribute.cluster_resolver.KubernetesClusterResolver
tf.distribute.cluster_resolver.SimpleClusterResolver
tf.distribute.cluster_resolver.SlurmClusterResolver
tf.distribute.cluster_resolver.TFConfigClusterResolver
tf.distribute.cluster_resolver.TPUClusterResolver
tf.distribute.cluster_resolver.UnionResolver
tf.distribute.experimental.CentralStorageStrategy
tf.distribute.experimental.CollectiveCommunication
tf.distribute.experimental.MultiWorkerMirroredStrategy
tf.distribute.experimental.ParameterServerStrategy
tf.distribute.experimental.TPUStrategy
tf.distribute.experimental_set_strategy
tf.distribute.get_loss_reduction
tf.distribute.get_replica_context
tf.distribute.get_strategy
tf.distribute.has_strategy
tf.distribute.in_cross_replica_context
tf.distributions.Bernoulli
tf.distributions.Beta
tf.distributions.Categorical
tf.distributions.Dirichlet
tf.distributions.DirichletMultinomial
tf.distributions.Distribution
tf.distributions.Exponential
tf.distributions.FULLY_REPARAMETERIZED
tf.distributions.Gamma
tf.distributions.Laplace
tf.distributions.Multinomial
tf.distributions.NOT_REPARAMETERIZED
tf.distributions.RegisterKL
tf.distributions.ReparameterizationType
tf.distributions.StudentT
tf.distributions.Uniform
tf.double
tf.dtypes.QUANTIZED_DTYPES
tf.dtypes.bfloat16
tf.dtypes.bool
tf.dtypes.complex128
tf.dtypes.complex64
tf.dtypes.double
tf.dtypes.float16
tf.dtypes.float32
tf.dtypes.float64
tf.dtypes.half
tf.dtypes.int16
tf.dtypes.int32
tf.dtypes.int64
tf.dtypes.int8
tf.dtypes.qint16
tf.dtypes.qint32
tf.dtypes.qint8
tf.dtypes.quint16
tf.dtypes.quint8
tf.dtypes.resource
tf.dtypes.string
tf.dtypes.uint16
tf.dtypes.uint32
tf.dtypes.uint64
tf.dtypes.uint8
tf.dtypes.variant
tf.enable_control_flow_v2
tf.enable_eager_execution
tf.enable_tensor_equality
tf.enable_v2_behavior
tf.enable_v2_tensorshape
tf.errors.ABORTED
tf.errors.ALREADY_EXISTS
tf.errors.CANCELLED
tf.errors.DATA_LOSS
tf.errors.DEADLINE_EXCEEDED
tf.errors.FAILED_PRECONDITION
tf.errors.INTERNAL
tf.errors.INVALID_ARGUMENT
tf.errors.NOT_FOUND
tf.errors.OK
tf.errors.OUT_OF_RANGE
tf.errors.PERMISSION_DENIED
tf.errors.RESOURCE_EXHAUSTED
tf.errors.UNAUTHENTICATED
tf.errors.UNAVAILABLE
tf.errors.UNIMPLEMENTED
tf.errors.UNKNOWN
tf.errors.error_code_from_exception_type
tf.errors.exception_type_from_error_code
tf.errors.raise_exception_on_not_ok_status
tf.executing_eagerly
tf.experimental.function_executor_type
tf.experimental.output_all_intermediates
tf.extract_volume_patches
tf.fake_quant_with_min_max_args
tf.fake_quant_with_min_max_args_gradient
tf.fake_quant_with_min_max_vars
tf.fake_quant_with_min_max_vars_gradient
tf.fake_quant_with_min_max_vars_per_channel
tf.fake_quant_with_min_max_vars_per_channel_gradient
tf.feature_column.bucketized_column
tf.feature_column.categorical_column_with_hash_bucket
tf.feature_column.categorical_column_with_identity
tf.feature_column.categorical_column_with_vocabulary_file
tf.feature_column.categorical_column_with_vocabulary_list
tf.feature_column.crossed_column
tf.feature_column.embedding_column
tf.feature_column.indicator_column
tf.feature_column.input_layer
tf.feature_column.linear_model
tf.feature_column.make_parse_example_spec
tf.feature_column.sequence_categorical_column_with_hash_bucket
tf.feature_column.sequence_categorical_column_with_identity
tf.feature_column.sequence_categorical_column_with_vocabulary_file
tf.feature_column.sequence_categorical_column_with_vocabulary_list
tf.feature_column.sequence_numeric_column
tf.feature_column.shared_embedding_columns
tf.feature_column.weighted_categorical_column
tf.fft
tf.fft2d
tf.fft3d
tf.fingerprint
tf.function
tf.get_logger
tf.get_session_handle
tf.get_session_tensor
tf.get_static_value
tf.grad_pass_through
tf.graph_util.convert_variables_to_constants
tf.graph_util.extract_sub_graph
tf.graph_util.import_graph_def
tf.graph_util.must_run_on_cpu
tf.graph_util.remove_training_nodes
tf.graph_util.tensor_shape_from_node_def_name
tf.guarantee_const
tf.half
tf.hessians
tf.ifft
tf.ifft2d
tf.ifft3d
tf.image.ResizeMethod
tf.image.adjust_jpeg_quality
tf.image.decode_and_crop_jpeg
tf.image.extract_jpeg_shape
tf.image.is_jpeg
tf.image.random_jpeg_quality
tf.init_scope
tf.initialize_all_tables
tf.initialize_variables
tf.initializers.he_normal
tf.initializers.he_uniform
tf.initializers.identity
tf.initializers.lecun_normal
tf.initializers.lecun_uniform
tf.initializers.orthogonal
tf.initializers.tables_initializer
tf.initializers.uniform_unit_scaling
tf.io.FixedLenFeature
tf.io.FixedLenSequenceFeature
tf.io.PaddingFIFOQueue
tf.io.PriorityQueue
tf.io.QueueBase
tf.io.RandomShuffleQueue
tf.io.SparseFeature
tf.io.TFRecordCompressionType
tf.io.TFRecordOptions
tf.io.TFRecordWriter
tf.io.VarLenFeature
tf.io.decode_and_crop_jpeg
tf.io.decode_bmp
tf.io.decode_compressed
tf.io.decode_gif
tf.io.decode_image
tf.io.decode_jpeg
tf.io.decode_json_example
tf.io.decode_png
tf.io.decode_proto
tf.io.deserialize_many_sparse
tf.io.encode_jpeg
tf.io.encode_proto
tf.io.extract_jpeg_shape
tf.io.gfile.GFile
tf.io.gfile.copy
tf.io.gfile.exists
tf.io.gfile.glob
tf.io.gfile.isdir
tf.io.gfile.listdir
tf.io.gfile.makedirs
tf.io.gfile.mkdir
tf.io.gfile.remove
tf.io.gfile.rename
tf.io.gfile.rmtree
tf.io.gfile.stat
tf.io.gfile.walk
tf.io.is_jpeg
tf.io.match_filenames_once
tf.io.matching_files
tf.io.parse_example
tf.io.parse_sequence_example
tf.io.parse_single_example
tf.io.parse_single_sequence_example
tf.io.parse_tensor
tf.io.serialize_many_sparse
tf.io.serialize_sparse
tf.io.serialize_tensor
tf.io.tf_record_iterator
tf.io.write_file
tf.io.write_graph
tf.is_tensor
tf.layers.AveragePooling1D
tf.layers.AveragePooling2D
tf.layers.AveragePooling3D
tf.layers.BatchNormalization
tf.layers.Conv1D
tf.layers.Conv2D
tf.layers.Conv2DTranspose
tf.layers.Conv3D
tf.layers.Conv3DTranspose
tf.layers.Dropout
tf.layers.Flatten
tf.layers.InputSpec
tf.layers.Layer
tf.layers.MaxPooling1D
tf.layers.MaxPooling2D
tf.layers.MaxPooling3D
tf.layers.SeparableConv1D
tf.layers.SeparableConv2D
tf.layers.average_pooling1d
tf.layers.average_pooling3d
tf.layers.conv1d
tf.layers.conv3d
tf.layers.conv3d_transpose
tf.layers.experimental.keras_style_scope
tf.layers.experimental.set_keras_style
tf.layers.max_pooling1d
tf.layers.max_pooling3d
tf.layers.separable_conv1d
tf.layers.separable_conv2d
tf.linalg.LinearOperator
tf.linalg.LinearOperatorAdjoint
tf.linalg.LinearOperatorBlockDiag
tf.linalg.LinearOperatorCirculant
tf.linalg.LinearOperatorCirculant2D
tf.linalg.LinearOperatorCirculant3D
tf.linalg.LinearOperatorComposition
tf.linalg.LinearOperatorDiag
tf.linalg.LinearOperatorFullMatrix
tf.linalg.LinearOperatorHouseholder
tf.linalg.LinearOperatorIdentity
tf.linalg.LinearOperatorInversion
tf.linalg.LinearOperatorKronecker
tf.linalg.LinearOperatorLowRankUpdate
tf.linalg.LinearOperatorLowerTriangular
tf.linalg.LinearOperatorScaledIdentity
tf.linalg.LinearOperatorToeplitz
tf.linalg.LinearOperatorZeros
tf.linalg.logm
tf.linalg.lu
tf.linalg.matrix_rank
tf.linalg.pinv
tf.linalg.sqrtm
tf.linalg.tridiagonal_matmul
tf.lite.Interpreter
tf.lite.OpHint
tf.lite.OpsSet
tf.lite.Optimize
tf.lite.RepresentativeDataset
tf.lite.TFLiteConverter
tf.lite.TargetSpec
tf.lite.TocoConverter
tf.lite.constants.FLOAT
tf.lite.constants.FLOAT16
tf.lite.constants.GRAPHVIZ_DOT
tf.lite.constants.INT32
tf.lite.constants.INT64
tf.lite.constants.INT8
tf.lite.constants.QUANTIZED_UINT8
tf.lite.constants.STRING
tf.lite.constants.TFLITE
tf.lite.experimental.convert_op_hints_to_stubs
tf.lite.experimental.get_potentially_supported_ops
tf.lite.experimental.load_delegate
tf.lite.experimental.nn.TFLiteLSTMCell
tf.lite.experimental.nn.TfLiteRNNCell
tf.lite.experimental.nn.dynamic_rnn
tf.lite.toco_convert
tf.load_file_system_library
tf.load_library
tf.load_op_library
tf.lookup.KeyValueTensorInitializer
tf.lookup.StaticHashTable
tf.lookup.StaticVocabularyTable
tf.lookup.TextFileIndex
tf.lookup.TextFileInitializer
tf.lookup.experimental.DenseHashTable
tf.losses.Reduction
tf.make_ndarray
tf.make_tensor_proto
tf.matching_files
tf.matrix_square_root
tf.nest.assert_same_structure
tf.nest.flatten
tf.nest.is_nested
tf.nest.map_structure
tf.nest.pack_sequence_as
tf.nn.all_candidate_sampler
tf.nn.atrous_conv2d_transpose
tf.nn.collapse_repeated
tf.nn.compute_accidental_hits
tf.nn.compute_average_loss
tf.nn.ctc_beam_search_decoder
tf.nn.ctc_beam_search_decoder_v2
tf.nn.ctc_loss_v2
tf.nn.ctc_unique_labels
tf.nn.depthwise_conv2d_backprop_filter
tf.nn.depthwise_conv2d_backprop_input
tf.nn.depthwise_conv2d_native_backprop_filter
tf.nn.depthwise_conv2d_native_backprop_input
tf.nn.fixed_unigram_candidate_sampler
tf.nn.fractional_avg_pool
tf.nn.fractional_max_pool
tf.nn.learned_unigram_candidate_sampler
tf.nn.log_uniform_candidate_sampler
tf.nn.quantized_avg_pool
tf.nn.quantized_conv2d
tf.nn.quantized_max_pool
tf.nn.quantized_relu_x
tf.nn.raw_rnn
tf.nn.rnn_cell.DeviceWrapper
tf.nn.rnn_cell.LSTMStateTuple
tf.nn.rnn_cell.RNNCell
tf.nn.rnn_cell.ResidualWrapper
tf.nn.scale_regularization_loss
tf.nn.static_bidirectional_rnn
tf.nn.static_state_saving_rnn
tf.nn.uniform_candidate_sampler
tf.nn.with_space_to_batch
tf.no_gradient
tf.nondifferentiable_batch_function
tf.numpy_function
tf.op_scope
tf.orthogonal_initializer
tf.parse_example
tf.parse_single_sequence_example
tf.parse_tensor
tf.print
tf.profiler.AdviceProto
tf.profiler.GraphNodeProto
tf.profiler.MultiGraphNodeProto
tf.profiler.OpLogProto
tf.profiler.ProfileOptionBuilder
tf.profiler.Profiler
tf.profiler.advise
tf.profiler.profile
tf.profiler.write_op_log
tf.py_function
tf.python_io.TFRecordCompressionType
tf.python_io.TFRecordOptions
tf.quantization.dequantize
tf.quantization.fake_quant_with_min_max_args
tf.quantization.fake_quant_with_min_max_args_gradient
tf.quantization.fake_quant_with_min_max_vars
tf.quantization.fake_quant_with_min_max_vars_gradient
tf.quantization.fake_quant_with_min_max_vars_per_channel
tf.quantization.fake_quant_with_min_max_vars_per_channel_gradient
tf.quantization.quantize
tf.quantization.quantize_and_dequantize
tf.quantization.quantized_concat
tf.quantize
tf.quantize_v2
tf.quantized_concat
tf.queue.FIFOQueue
tf.queue.PaddingFIFOQueue
tf.queue.PriorityQueue
tf.queue.QueueBase
tf.queue.RandomShuffleQueue
tf.ragged.RaggedTensorValue
tf.ragged.boolean_mask
tf.ragged.constant
tf.ragged.constant_value
tf.ragged.map_flat_values
tf.ragged.placeholder
tf.ragged.range
tf.ragged.row_splits_to_segment_ids
tf.ragged.segment_ids_to_row_splits
tf.ragged.stack
tf.ragged.stack_dynamic_partitions
tf.random.all_candidate_sampler
tf.random.experimental.Generator
tf.random.experimental.create_rng_state
tf.random.experimental.get_global_generator
tf.random.experimental.set_global_generator
tf.random.fixed_unigram_candidate_sampler
tf.random.learned_unigram_candidate_sampler
tf.random.log_uniform_candidate_sampler
tf.random.stateless_categorical
tf.random.stateless_multinomial
tf.random.stateless_normal
tf.random.stateless_truncated_normal
tf.random.stateless_uniform
tf.random.uniform_candidate_sampler
tf.raw_ops.Abort
tf.raw_ops.Abs
tf.raw_ops.AccumulateNV2
tf.raw_ops.AccumulatorApplyGradient
tf.raw_ops.AccumulatorNumAccumulated
tf.raw_ops.AccumulatorSetGlobalStep
tf.raw_ops.AccumulatorTakeGradient
tf.raw_ops.Acos
tf.raw_ops.Acosh
tf.raw_ops.Add
tf.raw_ops.AddManySparseToTensorsMap
tf.raw_ops.AddN
tf.raw_ops.AddSparseToTensorsMap
tf.raw_ops.AddV2
tf.raw_ops.AdjustContrast
tf.raw_ops.AdjustContrastv2
tf.raw_ops.AdjustHue
tf.raw_ops.AdjustSaturation
tf.raw_ops.All
tf.raw_ops.AllCandidateSampler
tf.raw_ops.AllToAll
tf.raw_ops.Angle
tf.raw_ops.AnonymousIterator
tf.raw_ops.AnonymousIteratorV2
tf.raw_ops.AnonymousMemoryCache
tf.raw_ops.AnonymousMultiDeviceIterator
tf.raw_ops.AnonymousRandomSeedGenerator
tf.raw_ops.Any
tf.raw_ops.ApplyAdaMax
tf.raw_ops.ApplyAdadelta
tf.raw_ops.ApplyAdagrad
tf.raw_ops.ApplyAdagradDA
tf.raw_ops.ApplyAdagradV2
tf.raw_ops.ApplyAdam
tf.raw_ops.ApplyAddSign
tf.raw_ops.ApplyCenteredRMSProp
tf.raw_ops.ApplyFtrl
tf.raw_ops.ApplyFtrlV2
tf.raw_ops.ApplyGradientDescent
tf.raw_ops.ApplyMomentum
tf.raw_ops.ApplyPowerSign
tf.raw_ops.ApplyProximalAdagrad
tf.raw_ops.ApplyProximalGradientDescent
tf.raw_ops.ApplyRMSProp
tf.raw_ops.ApproximateEqual
tf.raw_ops.ArgMax
tf.raw_ops.ArgMin
tf.raw_ops.AsString
tf.raw_ops.Asin
tf.raw_ops.Asinh
tf.raw_ops.Assert
tf.raw_ops.AssertNextDataset
tf.raw_ops.Assign
tf.raw_ops.AssignAdd
tf.raw_ops.AssignAddVariableOp
tf.raw_ops.AssignSub
tf.raw_ops.AssignSubVariableOp
tf.raw_ops.AssignVariableOp
tf.raw_ops.Atan
tf.raw_ops.Atan2
tf.raw_ops.Atanh
tf.raw_ops.AudioSpectrogram
tf.raw_ops.AudioSummary
tf.raw_ops.AudioSummaryV2
tf.raw_ops.AutoShardDataset
tf.raw_ops.AvgPool
tf.raw_ops.AvgPool3D
tf.raw_ops.AvgPool3DGrad
tf.raw_ops.AvgPoolGrad
tf.raw_ops.Barrier
tf.raw_ops.BarrierClose
tf.raw_ops.BarrierIncompleteSize
tf.raw_ops.BarrierInsertMany
tf.raw_ops.BarrierReadySize
tf.raw_ops.BarrierTakeMany
tf.raw_ops.Batch
tf.raw_ops.BatchCholesky
tf.raw_ops.BatchCholeskyGrad
tf.raw_ops.BatchDataset
tf.raw_ops.BatchDatasetV2
tf.raw_ops.BatchFFT
tf.raw_ops.BatchFFT2D
tf.raw_ops.BatchFFT3D
tf.raw_ops.BatchFunction
tf.raw_ops.BatchIFFT
tf.raw_ops.BatchIFFT2D
tf.raw_ops.BatchIFFT3D
tf.raw_ops.BatchMatMul
tf.raw_ops.BatchMatMulV2
tf.raw_ops.BatchMatrixBandPart
tf.raw_ops.BatchMatrixDeterminant
tf.raw_ops.BatchMatrixDiag
tf.raw_ops.BatchMatrixDiagPart
tf.raw_ops.BatchMatrixInverse
tf.raw_ops.BatchMatrixSetDiag
tf.raw_ops.BatchMatrixSolve
tf.raw_ops.BatchMatrixSolveLs
tf.raw_ops.BatchMatrixTriangularSolve
tf.raw_ops.BatchNormWithGlobalNormalization
tf.raw_ops.BatchNormWithGlobalNormalizationGrad
tf.raw_ops.BatchSelfAdjointEig
tf.raw_ops.BatchSelfAdjointEigV2
tf.raw_ops.BatchSvd
tf.raw_ops.BatchToSpace
tf.raw_ops.BatchToSpaceND
tf.raw_ops.BesselI0e
tf.raw_ops.BesselI1e
tf.raw_ops.Betainc
tf.raw_ops.BiasAdd
tf.raw_ops.BiasAddGrad
tf.raw_ops.BiasAddV1
tf.raw_ops.Bincount
tf.raw_ops.Bitcast
tf.raw_ops.BitwiseAnd
tf.raw_ops.BitwiseOr
tf.raw_ops.BitwiseXor
tf.raw_ops.BlockLSTM
tf.raw_ops.BlockLSTMGrad
tf.raw_ops.BlockLSTMGradV2
tf.raw_ops.BlockLSTMV2
tf.raw_ops.BoostedTreesAggregateStats
tf.raw_ops.BoostedTreesBucketize
tf.raw_ops.BoostedTreesCalculateBestFeatureSplit
tf.raw_ops.BoostedTreesCalculateBestGainsPerFeature
tf.raw_ops.BoostedTreesCenterBias
tf.raw_ops.BoostedTreesCreateEnsemble
tf.raw_ops.BoostedTreesCreateQuantileStreamResource
tf.raw_ops.BoostedTreesDeserializeEnsemble
tf.raw_ops.BoostedTreesEnsembleResourceHandleOp
tf.raw_ops.BoostedTreesExampleDebugOutputs
tf.raw_ops.BoostedTreesFlushQuantileSummaries
tf.raw_ops.BoostedTreesGetEnsembleStates
tf.raw_ops.BoostedTreesMakeQuantileSummaries
tf.raw_ops.BoostedTreesMakeStatsSummary
tf.raw_ops.BoostedTreesPredict
tf.raw_ops.BoostedTreesQuantileStreamResourceAddSummaries
tf.raw_ops.BoostedTreesQuantileStreamResourceDeserialize
tf.raw_ops.BoostedTreesQuantileStreamResourceFlush
tf.raw_ops.BoostedTreesQuantileStreamResourceGetBucketBoundaries
tf.raw_ops.BoostedTreesQuantileStreamResourceHandleOp
tf.raw_ops.BoostedTreesSerializeEnsemble
tf.raw_ops.BoostedTreesSparseAggregateStats
tf.raw_ops.BoostedTreesSparseCalculateBestFeatureSplit
tf.raw_ops.BoostedTreesTrainingPredict
tf.raw_ops.BoostedTreesUpdateEnsemble
tf.raw_ops.BoostedTreesUpdateEnsembleV2
tf.raw_ops.BroadcastArgs
tf.raw_ops.BroadcastGradientArgs
tf.raw_ops.BroadcastTo
tf.raw_ops.Bucketize
tf.raw_ops.BytesProducedStatsDataset
tf.raw_ops.CSVDataset
tf.raw_ops.CTCBeamSearchDecoder
tf.raw_ops.CTCGreedyDecoder
tf.raw_ops.CTCLoss
tf.raw_ops.CacheDataset
tf.raw_ops.CacheDatasetV2
tf.raw_ops.Case
tf.raw_ops.Cast
tf.raw_ops.Ceil
tf.raw_ops.CheckNumerics
tf.raw_ops.Cholesky
tf.raw_ops.CholeskyGrad
tf.raw_ops.ChooseFastestBranchDataset
tf.raw_ops.ChooseFastestDataset
tf.raw_ops.ClipByValue
tf.raw_ops.CloseSummaryWriter
tf.raw_ops.CollectiveBcastRecv
tf.raw_ops.CollectiveBcastSend
tf.raw_ops.CollectiveGather
tf.raw_ops.CollectivePermute
tf.raw_ops.CollectiveReduce
tf.raw_ops.CombinedNonMaxSuppression
tf.raw_ops.CompareAndBitpack
tf.raw_ops.Complex
tf.raw_ops.ComplexAbs
tf.raw_ops.ComputeAccidentalHits
tf.raw_ops.Concat
tf.raw_ops.ConcatOffset
tf.raw_ops.ConcatV2
tf.raw_ops.ConcatenateDataset
tf.raw_ops.ConditionalAccumulator
tf.raw_ops.ConfigureDistributedTPU
tf.raw_ops.ConfigureTPUEmbedding
tf.raw_ops.Conj
tf.raw_ops.ConjugateTranspose
tf.raw_ops.Const
tf.raw_ops.ConsumeMutexLock
tf.raw_ops.ControlTrigger
tf.raw_ops.Conv2D
tf.raw_ops.Conv2DBackpropFilter
tf.raw_ops.Conv2DBackpropInput
tf.raw_ops.Conv3D
tf.raw_ops.Conv3DBackpropFilter
tf.raw_ops.Conv3DBackpropFilterV2
tf.raw_ops.Conv3DBackpropInput
tf.raw_ops.Conv3DBackpropInputV2
tf.raw_ops.Cos
tf.raw_ops.Cosh
tf.raw_ops.CountUpTo
tf.raw_ops.CreateSummaryDbWriter
tf.raw_ops.CreateSummaryFileWriter
tf.raw_ops.CropAndResize
tf.raw_ops.CropAndResizeGradBoxes
tf.raw_ops.CropAndResizeGradImage
tf.raw_ops.Cross
tf.raw_ops.CrossReplicaSum
tf.raw_ops.CudnnRNN
tf.raw_ops.CudnnRNNBackprop
tf.raw_ops.CudnnRNNBackpropV2
tf.raw_ops.CudnnRNNBackpropV3
tf.raw_ops.CudnnRNNCanonicalToParams
tf.raw_ops.CudnnRNNCanonicalToParamsV2
tf.raw_ops.CudnnRNNParamsSize
tf.raw_ops.CudnnRNNParamsToCanonical
tf.raw_ops.CudnnRNNParamsToCanonicalV2
tf.raw_ops.CudnnRNNV2
tf.raw_ops.CudnnRNNV3
tf.raw_ops.Cumprod
tf.raw_ops.Cumsum
tf.raw_ops.CumulativeLogsumexp
tf.raw_ops.DataFormatDimMap
tf.raw_ops.DataFormatVecPermute
tf.raw_ops.DatasetCardinality
tf.raw_ops.DatasetFromGraph
tf.raw_ops.DatasetToGraph
tf.raw_ops.DatasetToSingleElement
tf.raw_ops.DatasetToTFRecord
tf.raw_ops.DebugGradientIdentity
tf.raw_ops.DebugGradientRefIdentity
tf.raw_ops.DecodeAndCropJpeg
tf.raw_ops.DecodeBase64
tf.raw_ops.DecodeBmp
tf.raw_ops.DecodeCSV
tf.raw_ops.DecodeCompressed
tf.raw_ops.DecodeGif
tf.raw_ops.DecodeJSONExample
tf.raw_ops.DecodeJpeg
tf.raw_ops.DecodePaddedRaw
tf.raw_ops.DecodePng
tf.raw_ops.DecodeProtoV2
tf.raw_ops.DecodeRaw
tf.raw_ops.DecodeWav
tf.raw_ops.DeepCopy
tf.raw_ops.DeleteIterator
tf.raw_ops.DeleteMemoryCache
tf.raw_ops.DeleteMultiDeviceIterator
tf.raw_ops.DeleteRandomSeedGenerator
tf.raw_ops.DeleteSessionTensor
tf.raw_ops.DenseToDenseSetOperation
tf.raw_ops.DenseToSparseBatchDataset
tf.raw_ops.DenseToSparseSetOperation
tf.raw_ops.DepthToSpace
tf.raw_ops.DepthwiseConv2dNative
tf.raw_ops.DepthwiseConv2dNativeBackpropFilter
tf.raw_ops.DepthwiseConv2dNativeBackpropInput
tf.raw_ops.Dequantize
tf.raw_ops.DeserializeIterator
tf.raw_ops.DeserializeManySparse
tf.raw_ops.DeserializeSparse
tf.raw_ops.DestroyResourceOp
tf.raw_ops.DestroyTemporaryVariable
tf.raw_ops.Diag
tf.raw_ops.DiagPart
tf.raw_ops.Digamma
tf.raw_ops.Dilation2D
tf.raw_ops.Dilation2DBackpropFilter
tf.raw_ops.Dilation2DBackpropInput
tf.raw_ops.DirectedInterleaveDataset
tf.raw_ops.Div
tf.raw_ops.DivNoNan
tf.raw_ops.DrawBoundingBoxes
tf.raw_ops.DrawBoundingBoxesV2
tf.raw_ops.DynamicPartition
tf.raw_ops.DynamicStitch
tf.raw_ops.EagerPyFunc
tf.raw_ops.EditDistance
tf.raw_ops.Einsum
tf.raw_ops.Elu
tf.raw_ops.EluGrad
tf.raw_ops.Empty
tf.raw_ops.EmptyTensorList
tf.raw_ops.EncodeBase64
tf.raw_ops.EncodeJpeg
tf.raw_ops.EncodeJpegVariableQuality
tf.raw_ops.EncodePng
tf.raw_ops.EncodeProto
tf.raw_ops.EncodeWav
tf.raw_ops.EnqueueTPUEmbeddingIntegerBatch
tf.raw_ops.EnqueueTPUEmbeddingSparseBatch
tf.raw_ops.EnqueueTPUEmbeddingSparseTensorBatch
tf.raw_ops.EnsureShape
tf.raw_ops.Enter
tf.raw_ops.Equal
tf.raw_ops.Erf
tf.raw_ops.Erfc
tf.raw_ops.EuclideanNorm
tf.raw_ops.Exit
tf.raw_ops.Exp
tf.raw_ops.ExpandDims
tf.raw_ops.ExperimentalAssertNextDataset
tf.raw_ops.ExperimentalAutoShardDataset
tf.raw_ops.ExperimentalBytesProducedStatsDataset
tf.raw_ops.ExperimentalCSVDataset
tf.raw_ops.ExperimentalChooseFastestDataset
tf.raw_ops.ExperimentalDatasetCardinality
tf.raw_ops.ExperimentalDatasetToTFRecord
tf.raw_ops.ExperimentalDenseToSparseBatchDataset
tf.raw_ops.ExperimentalDirectedInterleaveDataset
tf.raw_ops.ExperimentalGroupByReducerDataset
tf.raw_ops.ExperimentalGroupByWindowDataset
tf.raw_ops.ExperimentalIgnoreErrorsDataset
tf.raw_ops.ExperimentalIteratorGetDevice
tf.raw_ops.ExperimentalLMDBDataset
tf.raw_ops.ExperimentalLatencyStatsDataset
tf.raw_ops.ExperimentalMapAndBatchDataset
tf.raw_ops.ExperimentalMapDataset
tf.raw_ops.ExperimentalMatchingFilesDataset
tf.raw_ops.ExperimentalMaxIntraOpParallelismDataset
tf.raw_ops.ExperimentalNonSerializableDataset
tf.raw_ops.ExperimentalParallelInterleaveDataset
tf.raw_ops.ExperimentalParseExampleDataset
tf.raw_ops.ExperimentalPrivateThreadPoolDataset
tf.raw_ops.ExperimentalRandomDataset
tf.raw_ops.ExperimentalRebatchDataset
tf.raw_ops.ExperimentalScanDataset
tf.raw_ops.ExperimentalSetStatsAggregatorDataset
tf.raw_ops.ExperimentalSleepDataset
tf.raw_ops.ExperimentalSlidingWindowDataset
tf.raw_ops.ExperimentalSqlDataset
tf.raw_ops.ExperimentalStatsAggregatorHandle
tf.raw_ops.ExperimentalStatsAggregatorSummary
tf.raw_ops.ExperimentalTakeWhileDataset
tf.raw_ops.ExperimentalThreadPoolDataset
tf.raw_ops.ExperimentalThreadPoolHandle
tf.raw_ops.ExperimentalUnbatchDataset
tf.raw_ops.ExperimentalUniqueDataset
tf.raw_ops.Expm1
tf.raw_ops.ExtractGlimpse
tf.raw_ops.ExtractImagePatches
tf.raw_ops.ExtractJpegShape
tf.raw_ops.ExtractVolumePatches
tf.raw_ops.FFT
tf.raw_ops.FFT2D
tf.raw_ops.FFT3D
tf.raw_ops.FIFOQueue
tf.raw_ops.FIFOQueueV2
tf.raw_ops.Fact
tf.raw_ops.FakeParam
tf.raw_ops.FakeQuantWithMinMaxArgs
tf.raw_ops.FakeQuantWithMinMaxArgsGradient
tf.raw_ops.FakeQuantWithMinMaxVars
tf.raw_ops.FakeQuantWithMinMaxVarsGradient
tf.raw_ops.FakeQuantWithMinMaxVarsPerChannel
tf.raw_ops.FakeQuantWithMinMaxVarsPerChannelGradient
tf.raw_ops.FakeQueue
tf.raw_ops.Fill
tf.raw_ops.FilterByLastComponentDataset
tf.raw_ops.FilterDataset
tf.raw_ops.Fingerprint
tf.raw_ops.FixedLengthRecordDataset
tf.raw_ops.FixedLengthRecordDatasetV2
tf.raw_ops.FixedLengthRecordReader
tf.raw_ops.FixedLengthRecordReaderV2
tf.raw_ops.FixedUnigramCandidateSampler
tf.raw_ops.FlatMapDataset
tf.raw_ops.Floor
tf.raw_ops.FloorDiv
tf.raw_ops.FloorMod
tf.raw_ops.FlushSummaryWriter
tf.raw_ops.For
tf.raw_ops.FractionalAvgPool
tf.raw_ops.FractionalAvgPoolGrad
tf.raw_ops.FractionalMaxPool
tf.raw_ops.FractionalMaxPoolGrad
tf.raw_ops.FusedBatchNorm
tf.raw_ops.FusedBatchNormGrad
tf.raw_ops.FusedBatchNormGradV2
tf.raw_ops.FusedBatchNormGradV3
tf.raw_ops.FusedBatchNormV2
tf.raw_ops.FusedBatchNormV3
tf.raw_ops.FusedPadConv2D
tf.raw_ops.FusedResizeAndPadConv2D
tf.raw_ops.GRUBlockCell
tf.raw_ops.GRUBlockCellGrad
tf.raw_ops.Gather
tf.raw_ops.GatherNd
tf.raw_ops.GatherV2
tf.raw_ops.GenerateVocabRemapping
tf.raw_ops.GeneratorDataset
tf.raw_ops.GetSessionHandle
tf.raw_ops.GetSessionHandleV2
tf.raw_ops.GetSessionTensor
tf.raw_ops.Greater
tf.raw_ops.GreaterEqual
tf.raw_ops.GroupByReducerDataset
tf.raw_ops.GroupByWindowDataset
tf.raw_ops.GuaranteeConst
tf.raw_ops.HSVToRGB
tf.raw_ops.HashTable
tf.raw_ops.HashTableV2
tf.raw_ops.HistogramFixedWidth
tf.raw_ops.HistogramSummary
tf.raw_ops.IFFT
tf.raw_ops.IFFT2D
tf.raw_ops.IFFT3D
tf.raw_ops.IRFFT
tf.raw_ops.IRFFT2D
tf.raw_ops.IRFFT3D
tf.raw_ops.Identity
tf.raw_ops.IdentityN
tf.raw_ops.IdentityReader
tf.raw_ops.IdentityReaderV2
tf.raw_ops.If
tf.raw_ops.Igamma
tf.raw_ops.IgammaGradA
tf.raw_ops.Igammac
tf.raw_ops.IgnoreErrorsDataset
tf.raw_ops.Imag
tf.raw_ops.ImageSummary
tf.raw_ops.ImmutableConst
tf.raw_ops.ImportEvent
tf.raw_ops.InTopK
tf.raw_ops.InTopKV2
tf.raw_ops.InfeedDequeue
tf.raw_ops.InfeedDequeueTuple
tf.raw_ops.InfeedEnqueue
tf.raw_ops.InfeedEnqueuePrelinearizedBuffer
tf.raw_ops.InfeedEnqueueTuple
tf.raw_ops.InitializeTable
tf.raw_ops.InitializeTableFromTextFile
tf.raw_ops.InitializeTableFromTextFileV2
tf.raw_ops.InitializeTableV2
tf.raw_ops.InplaceAdd
tf.raw_ops.InplaceSub
tf.raw_ops.InplaceUpdate
tf.raw_ops.InterleaveDataset
tf.raw_ops.Inv
tf.raw_ops.InvGrad
tf.raw_ops.Invert
tf.raw_ops.InvertPermutation
tf.raw_ops.IsBoostedTreesEnsembleInitialized
tf.raw_ops.IsBoostedTreesQuantileStreamResourceInitialized
tf.raw_ops.IsFinite
tf.raw_ops.IsInf
tf.raw_ops.IsNan
tf.raw_ops.IsVariableInitialized
tf.raw_ops.Iterator
tf.raw_ops.IteratorFromStringHandle
tf.raw_ops.IteratorFromStringHandleV2
tf.raw_ops.IteratorGetDevice
tf.raw_ops.IteratorGetNext
tf.raw_ops.IteratorGetNextAsOptional
tf.raw_ops.IteratorGetNextSync
tf.raw_ops.IteratorToStringHandle
tf.raw_ops.IteratorV2
tf.raw_ops.L2Loss
tf.raw_ops.LMDBDataset
tf.raw_ops.LMDBReader
tf.raw_ops.LRN
tf.raw_ops.LRNGrad
tf.raw_ops.LSTMBlockCell
tf.raw_ops.LSTMBlockCellGrad
tf.raw_ops.LatencyStatsDataset
tf.raw_ops.LeakyRelu
tf.raw_ops.LeakyReluGrad
tf.raw_ops.LearnedUnigramCandidateSampler
tf.raw_ops.LeftShift
tf.raw_ops.Less
tf.raw_ops.LessEqual
tf.raw_ops.Lgamma
tf.raw_ops.LinSpace
tf.raw_ops.ListDiff
tf.raw_ops.LoadAndRemapMatrix
tf.raw_ops.LoadTPUEmbeddingADAMParameters
tf.raw_ops.LoadTPUEmbeddingADAMParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingAdadeltaParameters
tf.raw_ops.LoadTPUEmbeddingAdadeltaParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingAdagradParameters
tf.raw_ops.LoadTPUEmbeddingAdagradParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingCenteredRMSPropParameters
tf.raw_ops.LoadTPUEmbeddingFTRLParameters
tf.raw_ops.LoadTPUEmbeddingFTRLParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingMDLAdagradLightParameters
tf.raw_ops.LoadTPUEmbeddingMomentumParameters
tf.raw_ops.LoadTPUEmbeddingMomentumParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingProximalAdagradParameters
tf.raw_ops.LoadTPUEmbeddingProximalAdagradParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingRMSPropParameters
tf.raw_ops.LoadTPUEmbeddingRMSPropParametersGradAccumDebug
tf.raw_ops.LoadTPUEmbeddingStochasticGradientDescentParameters
tf.raw_ops.Log
tf.raw_ops.Log1p
tf.raw_ops.LogMatrixDeterminant
tf.raw_ops.LogSoftmax
tf.raw_ops.LogUniformCandidateSampler
tf.raw_ops.LogicalAnd
tf.raw_ops.LogicalNot
tf.raw_ops.LogicalOr
tf.raw_ops.LookupTableExport
tf.raw_ops.LookupTableExportV2
tf.raw_ops.LookupTableFind
tf.raw_ops.LookupTableFindV2
tf.raw_ops.LookupTableImport
tf.raw_ops.LookupTableImportV2
tf.raw_ops.LookupTableInsert
tf.raw_ops.LookupTableInsertV2
tf.raw_ops.LookupTableRemoveV2
tf.raw_ops.LookupTableSize
tf.raw_ops.LookupTableSizeV2
tf.raw_ops.LoopCond
tf.raw_ops.LowerBound
tf.raw_ops.Lu
tf.raw_ops.MakeIterator
tf.raw_ops.MapAndBatchDataset
tf.raw_ops.MapClear
tf.raw_ops.MapDataset
tf.raw_ops.MapDefun
tf.raw_ops.MapIncompleteSize
tf.raw_ops.MapPeek
tf.raw_ops.MapSize
tf.raw_ops.MapStage
tf.raw_ops.MapUnstage
tf.raw_ops.MapUnstageNoKey
tf.raw_ops.MatMul
tf.raw_ops.MatchingFiles
tf.raw_ops.MatchingFilesDataset
tf.raw_ops.MatrixBandPart
tf.raw_ops.MatrixDeterminant
tf.raw_ops.MatrixDiag
tf.raw_ops.MatrixDiagPart
tf.raw_ops.MatrixDiagPartV2
tf.raw_ops.MatrixDiagV2
tf.raw_ops.MatrixExponential
tf.raw_ops.MatrixInverse
tf.raw_ops.MatrixLogarithm
tf.raw_ops.MatrixSetDiag
tf.raw_ops.MatrixSetDiagV2
tf.raw_ops.MatrixSolve
tf.raw_ops.MatrixSolveLs
tf.raw_ops.MatrixSquareRoot
tf.raw_ops.MatrixTriangularSolve
tf.raw_ops.Max
tf.raw_ops.MaxIntraOpParallelismDataset
tf.raw_ops.MaxPool
tf.raw_ops.MaxPool3D
tf.raw_ops.MaxPool3DGrad
tf.raw_ops.MaxPool3DGradGrad
tf.raw_ops.MaxPoolGrad
tf.raw_ops.MaxPoolGradGrad
tf.raw_ops.MaxPoolGradGradV2
tf.raw_ops.MaxPoolGradGradWithArgmax
tf.raw_ops.MaxPoolGradV2
tf.raw_ops.MaxPoolGradWithArgmax
tf.raw_ops.MaxPoolV2
tf.raw_ops.MaxPoolWithArgmax
tf.raw_ops.Maximum
tf.raw_ops.Mean
tf.raw_ops.Merge
tf.raw_ops.MergeSummary
tf.raw_ops.MergeV2Checkpoints
tf.raw_ops.Mfcc
tf.raw_ops.Min
tf.raw_ops.Minimum
tf.raw_ops.MirrorPad
tf.raw_ops.MirrorPadGrad
tf.raw_ops.Mod
tf.raw_ops.ModelDataset
tf.raw_ops.Mul
tf.raw_ops.MulNoNan
tf.raw_ops.MultiDeviceIterator
tf.raw_ops.MultiDeviceIteratorFromStringHandle
tf.raw_ops.MultiDeviceIteratorGetNextFromShard
tf.raw_ops.MultiDeviceIteratorInit
tf.raw_ops.MultiDeviceIteratorToStringHandle
tf.raw_ops.Multinomial
tf.raw_ops.MutableDenseHashTable
tf.raw_ops.MutableDenseHashTableV2
tf.raw_ops.MutableHashTable
tf.raw_ops.MutableHashTableOfTensors
tf.raw_ops.MutableHashTableOfTensorsV2
tf.raw_ops.MutableHashTableV2
tf.raw_ops.MutexLock
tf.raw_ops.MutexV2
tf.raw_ops.NcclAllReduce
tf.raw_ops.NcclBroadcast
tf.raw_ops.NcclReduce
tf.raw_ops.Neg
tf.raw_ops.NextAfter
tf.raw_ops.NextIteration
tf.raw_ops.NoOp
tf.raw_ops.NonDeterministicInts
tf.raw_ops.NonMaxSuppression
tf.raw_ops.NonMaxSuppressionV2
tf.raw_ops.NonMaxSuppressionV3
tf.raw_ops.NonMaxSuppressionV4
tf.raw_ops.NonMaxSuppressionV5
tf.raw_ops.NonMaxSuppressionWithOverlaps
tf.raw_ops.NonSerializableDataset
tf.raw_ops.NotEqual
tf.raw_ops.NthElement
tf.raw_ops.OneHot
tf.raw_ops.OneShotIterator
tf.raw_ops.OnesLike
tf.raw_ops.OptimizeDataset
tf.raw_ops.OptionalFromValue
tf.raw_ops.OptionalGetValue
tf.raw_ops.OptionalHasValue
tf.raw_ops.OptionalNone
tf.raw_ops.OrderedMapClear
tf.raw_ops.OrderedMapIncompleteSize
tf.raw_ops.OrderedMapPeek
tf.raw_ops.OrderedMapSize
tf.raw_ops.OrderedMapStage
tf.raw_ops.OrderedMapUnstage
tf.raw_ops.OrderedMapUnstageNoKey
tf.raw_ops.OutfeedDequeue
tf.raw_ops.OutfeedDequeueTuple
tf.raw_ops.OutfeedEnqueue
tf.raw_ops.OutfeedEnqueueTuple
tf.raw_ops.Pack
tf.raw_ops.Pad
tf.raw_ops.PadV2
tf.raw_ops.PaddedBatchDataset
tf.raw_ops.PaddedBatchDatasetV2
tf.raw_ops.PaddingFIFOQueue
tf.raw_ops.PaddingFIFOQueueV2
tf.raw_ops.ParallelConcat
tf.raw_ops.ParallelDynamicStitch
tf.raw_ops.ParallelInterleaveDataset
tf.raw_ops.ParallelInterleaveDatasetV2
tf.raw_ops.ParallelMapDataset
tf.raw_ops.ParameterizedTruncatedNormal
tf.raw_ops.ParseExample
tf.raw_ops.ParseExampleDataset
tf.raw_ops.ParseSequenceExample
tf.raw_ops.ParseSingleExample
tf.raw_ops.ParseSingleSequenceExample
tf.raw_ops.ParseTensor
tf.raw_ops.PartitionedCall
tf.raw_ops.Placeholder
tf.raw_ops.PlaceholderV2
tf.raw_ops.PlaceholderWithDefault
tf.raw_ops.Polygamma
tf.raw_ops.PopulationCount
tf.raw_ops.Pow
tf.raw_ops.PrefetchDataset
tf.raw_ops.Prelinearize
tf.raw_ops.PrelinearizeTuple
tf.raw_ops.PreventGradient
tf.raw_ops.Print
tf.raw_ops.PrintV2
tf.raw_ops.PriorityQueue
tf.raw_ops.PriorityQueueV2
tf.raw_ops.PrivateThreadPoolDataset
tf.raw_ops.Prod
tf.raw_ops.PyFunc
tf.raw_ops.PyFuncStateless
tf.raw_ops.Qr
tf.raw_ops.QuantizeAndDequantize
tf.raw_ops.QuantizeAndDequantizeV2
tf.raw_ops.QuantizeAndDequantizeV3
tf.raw_ops.QuantizeDownAndShrinkRange
tf.raw_ops.QuantizeV2
tf.raw_ops.QuantizedAdd
tf.raw_ops.QuantizedAvgPool
tf.raw_ops.QuantizedBatchNormWithGlobalNormalization
tf.raw_ops.QuantizedBiasAdd
tf.raw_ops.QuantizedConcat
tf.raw_ops.QuantizedConv2D
tf.raw_ops.QuantizedConv2DAndRelu
tf.raw_ops.QuantizedConv2DAndReluAndRequantize
tf.raw_ops.QuantizedConv2DAndRequantize
tf.raw_ops.QuantizedConv2DPerChannel
tf.raw_ops.QuantizedConv2DWithBias
tf.raw_ops.QuantizedConv2DWithBiasAndRelu
tf.raw_ops.QuantizedConv2DWithBiasAndReluAndRequantize
tf.raw_ops.QuantizedConv2DWithBiasAndRequantize
tf.raw_ops.QuantizedConv2DWithBiasSignedSumAndReluAndRequantize
tf.raw_ops.QuantizedConv2DWithBiasSumAndRelu
tf.raw_ops.QuantizedConv2DWithBiasSumAndReluAndRequantize
tf.raw_ops.QuantizedDepthwiseConv2D
tf.raw_ops.QuantizedDepthwiseConv2DWithBias
tf.raw_ops.QuantizedDepthwiseConv2DWithBiasAndRelu
tf.raw_ops.QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize
tf.raw_ops.QuantizedInstanceNorm
tf.raw_ops.QuantizedMatMul
tf.raw_ops.QuantizedMatMulWithBias
tf.raw_ops.QuantizedMatMulWithBiasAndRelu
tf.raw_ops.QuantizedMatMulWithBiasAndReluAndRequantize
tf.raw_ops.QuantizedMaxPool
tf.raw_ops.QuantizedMul
tf.raw_ops.QuantizedRelu
tf.raw_ops.QuantizedRelu6
tf.raw_ops.QuantizedReluX
tf.raw_ops.QuantizedReshape
tf.raw_ops.QuantizedResizeBilinear
tf.raw_ops.QueueClose
tf.raw_ops.QueueCloseV2
tf.raw_ops.QueueDequeue
tf.raw_ops.QueueDequeueMany
tf.raw_ops.QueueDequeueManyV2
tf.raw_ops.QueueDequeueUpTo
tf.raw_ops.QueueDequeueUpToV2
tf.raw_ops.QueueDequeueV2
tf.raw_ops.QueueEnqueue
tf.raw_ops.QueueEnqueueMany
tf.raw_ops.QueueEnqueueManyV2
tf.raw_ops.QueueEnqueueV2
tf.raw_ops.QueueIsClosed
tf.raw_ops.QueueIsClosedV2
tf.raw_ops.QueueSize
tf.raw_ops.QueueSizeV2
tf.raw_ops.RFFT
tf.raw_ops.RFFT2D
tf.raw_ops.RFFT3D
tf.raw_ops.RGBToHSV
tf.raw_ops.RaggedGather
tf.raw_ops.RaggedRange
tf.raw_ops.RaggedTensorFromVariant
tf.raw_ops.RaggedTensorToSparse
tf.raw_ops.RaggedTensorToTensor
tf.raw_ops.RaggedTensorToVariant
tf.raw_ops.RandomCrop
tf.raw_ops.RandomDataset
tf.raw_ops.RandomGamma
tf.raw_ops.RandomGammaGrad
tf.raw_ops.RandomPoisson
tf.raw_ops.RandomPoissonV2
tf.raw_ops.RandomShuffle
tf.raw_ops.RandomShuffleQueue
tf.raw_ops.RandomShuffleQueueV2
tf.raw_ops.RandomStandardNormal
tf.raw_ops.RandomUniform
tf.raw_ops.RandomUniformInt
tf.raw_ops.Range
tf.raw_ops.RangeDataset
tf.raw_ops.Rank
tf.raw_ops.ReadFile
tf.raw_ops.ReadVariableOp
tf.raw_ops.ReaderNumRecordsProduced
tf.raw_ops.ReaderNumRecordsProducedV2
tf.raw_ops.ReaderNumWorkUnitsCompleted
tf.raw_ops.ReaderNumWorkUnitsCompletedV2
tf.raw_ops.ReaderRead
tf.raw_ops.ReaderReadUpTo
tf.raw_ops.ReaderReadUpToV2
tf.raw_ops.ReaderReadV2
tf.raw_ops.ReaderReset
tf.raw_ops.ReaderResetV2
tf.raw_ops.ReaderRestoreState
tf.raw_ops.ReaderRestoreStateV2
tf.raw_ops.ReaderSerializeState
tf.raw_ops.ReaderSerializeStateV2
tf.raw_ops.Real
tf.raw_ops.RealDiv
tf.raw_ops.RebatchDataset
tf.raw_ops.Reciprocal
tf.raw_ops.ReciprocalGrad
tf.raw_ops.RecordInput
tf.raw_ops.RecvTPUEmbeddingActivations
tf.raw_ops.ReduceDataset
tf.raw_ops.ReduceJoin
tf.raw_ops.RefEnter
tf.raw_ops.RefExit
tf.raw_ops.RefIdentity
tf.raw_ops.RefMerge
tf.raw_ops.RefNextIteration
tf.raw_ops.RefSelect
tf.raw_ops.RefSwitch
tf.raw_ops.RegexFullMatch
tf.raw_ops.RegexReplace
tf.raw_ops.Relu
tf.raw_ops.Relu6
tf.raw_ops.Relu6Grad
tf.raw_ops.ReluGrad
tf.raw_ops.RemoteCall
tf.raw_ops.RepeatDataset
tf.raw_ops.RequantizationRange
tf.raw_ops.RequantizationRangePerChannel
tf.raw_ops.Requantize
tf.raw_ops.RequantizePerChannel
tf.raw_ops.Reshape
tf.raw_ops.ResizeArea
tf.raw_ops.ResizeBicubic
tf.raw_ops.ResizeBicubicGrad
tf.raw_ops.ResizeBilinear
tf.raw_ops.ResizeBilinearGrad
tf.raw_ops.ResizeNearestNeighbor
tf.raw_ops.ResizeNearestNeighborGrad
tf.raw_ops.ResourceAccumulatorApplyGradient
tf.raw_ops.ResourceAccumulatorNumAccumulated
tf.raw_ops.ResourceAccumulatorSetGlobalStep
tf.raw_ops.ResourceAccumulatorTakeGradient
tf.raw_ops.ResourceApplyAdaMax
tf.raw_ops.ResourceApplyAdadelta
tf.raw_ops.ResourceApplyAdagrad
tf.raw_ops.ResourceApplyAdagradDA
tf.raw_ops.ResourceApplyAdagradV2
tf.raw_ops.ResourceApplyAdam
tf.raw_ops.ResourceApplyAdamWithAmsgrad
tf.raw_ops.ResourceApplyAddSign
tf.raw_ops.ResourceApplyCenteredRMSProp
tf.raw_ops.ResourceApplyFtrl
tf.raw_ops.ResourceApplyFtrlV2
tf.raw_ops.ResourceApplyGradientDescent
tf.raw_ops.ResourceApplyKerasMomentum
tf.raw_ops.ResourceApplyMomentum
tf.raw_ops.ResourceApplyPowerSign
tf.raw_ops.ResourceApplyProximalAdagrad
tf.raw_ops.ResourceApplyProximalGradientDescent
tf.raw_ops.ResourceApplyRMSProp
tf.raw_ops.ResourceConditionalAccumulator
tf.raw_ops.ResourceCountUpTo
tf.raw_ops.ResourceGather
tf.raw_ops.ResourceGatherNd
tf.raw_ops.ResourceScatterAdd
tf.raw_ops.ResourceScatterDiv
tf.raw_ops.ResourceScatterMax
tf.raw_ops.ResourceScatterMin
tf.raw_ops.ResourceScatterMul
tf.raw_ops.ResourceScatterNdAdd
tf.raw_ops.ResourceScatterNdSub
tf.raw_ops.ResourceScatterNdUpdate
tf.raw_ops.ResourceScatterSub
tf.raw_ops.ResourceScatterUpdate
tf.raw_ops.ResourceSparseApplyAdadelta
tf.raw_ops.ResourceSparseApplyAdagrad
tf.raw_ops.ResourceSparseApplyAdagradDA
tf.raw_ops.ResourceSparseApplyAdagradV2
tf.raw_ops.ResourceSparseApplyCenteredRMSProp
tf.raw_ops.ResourceSparseApplyFtrl
tf.raw_ops.ResourceSparseApplyFtrlV2
tf.raw_ops.ResourceSparseApplyKerasMomentum
tf.raw_ops.ResourceSparseApplyMomentum
tf.raw_ops.ResourceSparseApplyProximalAdagrad
tf.raw_ops.ResourceSparseApplyProximalGradientDescent
tf.raw_ops.ResourceSparseApplyRMSProp
tf.raw_ops.ResourceStridedSliceAssign
tf.raw_ops.Restore
tf.raw_ops.RestoreSlice
tf.raw_ops.RestoreV2
tf.raw_ops.RetrieveTPUEmbeddingADAMParameters
tf.raw_ops.RetrieveTPUEmbeddingADAMParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingAdadeltaParameters
tf.raw_ops.RetrieveTPUEmbeddingAdadeltaParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingAdagradParameters
tf.raw_ops.RetrieveTPUEmbeddingAdagradParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingCenteredRMSPropParameters
tf.raw_ops.RetrieveTPUEmbeddingFTRLParameters
tf.raw_ops.RetrieveTPUEmbeddingFTRLParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingMDLAdagradLightParameters
tf.raw_ops.RetrieveTPUEmbeddingMomentumParameters
tf.raw_ops.RetrieveTPUEmbeddingMomentumParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingProximalAdagradParameters
tf.raw_ops.RetrieveTPUEmbeddingProximalAdagradParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingRMSPropParameters
tf.raw_ops.RetrieveTPUEmbeddingRMSPropParametersGradAccumDebug
tf.raw_ops.RetrieveTPUEmbeddingStochasticGradientDescentParameters
tf.raw_ops.Reverse
tf.raw_ops.ReverseSequence
tf.raw_ops.ReverseV2
tf.raw_ops.RightShift
tf.raw_ops.Rint
tf.raw_ops.RngSkip
tf.raw_ops.Roll
tf.raw_ops.Round
tf.raw_ops.Rsqrt
tf.raw_ops.RsqrtGrad
tf.raw_ops.SampleDistortedBoundingBox
tf.raw_ops.SampleDistortedBoundingBoxV2
tf.raw_ops.SamplingDataset
tf.raw_ops.Save
tf.raw_ops.SaveSlices
tf.raw_ops.SaveV2
tf.raw_ops.ScalarSummary
tf.raw_ops.ScaleAndTranslate
tf.raw_ops.ScaleAndTranslateGrad
tf.raw_ops.ScanDataset
tf.raw_ops.ScatterAdd
tf.raw_ops.ScatterDiv
tf.raw_ops.ScatterMax
tf.raw_ops.ScatterMin
tf.raw_ops.ScatterMul
tf.raw_ops.ScatterNd
tf.raw_ops.ScatterNdAdd
tf.raw_ops.ScatterNdNonAliasingAdd
tf.raw_ops.ScatterNdSub
tf.raw_ops.ScatterNdUpdate
tf.raw_ops.ScatterSub
tf.raw_ops.ScatterUpdate
tf.raw_ops.SdcaFprint
tf.raw_ops.SdcaOptimizer
tf.raw_ops.SdcaOptimizerV2
tf.raw_ops.SdcaShrinkL1
tf.raw_ops.SegmentMax
tf.raw_ops.SegmentMean
tf.raw_ops.SegmentMin
tf.raw_ops.SegmentProd
tf.raw_ops.SegmentSum
tf.raw_ops.Select
tf.raw_ops.SelectV2
tf.raw_ops.SelfAdjointEig
tf.raw_ops.SelfAdjointEigV2
tf.raw_ops.Selu
tf.raw_ops.SeluGrad
tf.raw_ops.SendTPUEmbeddingGradients
tf.raw_ops.SerializeIterator
tf.raw_ops.SerializeManySparse
tf.raw_ops.SerializeSparse
tf.raw_ops.SerializeTensor
tf.raw_ops.SetSize
tf.raw_ops.SetStatsAggregatorDataset
tf.raw_ops.Shape
tf.raw_ops.ShapeN
tf.raw_ops.ShardDataset
tf.raw_ops.ShardedFilename
tf.raw_ops.ShardedFilespec
tf.raw_ops.ShuffleAndRepeatDataset
tf.raw_ops.ShuffleDataset
tf.raw_ops.ShuffleDatasetV2
tf.raw_ops.ShutdownDistributedTPU
tf.raw_ops.Sigmoid
tf.raw_ops.SigmoidGrad
tf.raw_ops.Sign
tf.raw_ops.Sin
tf.raw_ops.Sinh
tf.raw_ops.Size
tf.raw_ops.SkipDataset
tf.raw_ops.SleepDataset
tf.raw_ops.Slice
tf.raw_ops.SlidingWindowDataset
tf.raw_ops.Snapshot
tf.raw_ops.SnapshotDataset
tf.raw_ops.Softmax
tf.raw_ops.SoftmaxCrossEntropyWithLogits
tf.raw_ops.Softplus
tf.raw_ops.SoftplusGrad
tf.raw_ops.Softsign
tf.raw_ops.SoftsignGrad
tf.raw_ops.SpaceToBatch
tf.raw_ops.SpaceToBatchND
tf.raw_ops.SpaceToDepth
tf.raw_ops.SparseAccumulatorApplyGradient
tf.raw_ops.SparseAccumulatorTakeGradient
tf.raw_ops.SparseAdd
tf.raw_ops.SparseAddGrad
tf.raw_ops.SparseApplyAdadelta
tf.raw_ops.SparseApplyAdagrad
tf.raw_ops.SparseApplyAdagradDA
tf.raw_ops.SparseApplyAdagradV2
tf.raw_ops.SparseApplyCenteredRMSProp
tf.raw_ops.SparseApplyFtrl
tf.raw_ops.SparseApplyFtrlV2
tf.raw_ops.SparseApplyMomentum
tf.raw_ops.SparseApplyProximalAdagrad
tf.raw_ops.SparseApplyProximalGradientDescent
tf.raw_ops.SparseApplyRMSProp
tf.raw_ops.SparseConcat
tf.raw_ops.SparseConditionalAccumulator
tf.raw_ops.SparseCross
tf.raw_ops.SparseDenseCwiseAdd
tf.raw_ops.SparseDenseCwiseDiv
tf.raw_ops.SparseDenseCwiseMul
tf.raw_ops.SparseFillEmptyRows
tf.raw_ops.SparseFillEmptyRowsGrad
tf.raw_ops.SparseMatMul
tf.raw_ops.SparseReduceMax
tf.raw_ops.SparseReduceMaxSparse
tf.raw_ops.SparseReduceSum
tf.raw_ops.SparseReduceSumSparse
tf.raw_ops.SparseReorder
tf.raw_ops.SparseReshape
tf.raw_ops.SparseSegmentMean
tf.raw_ops.SparseSegmentMeanGrad
tf.raw_ops.SparseSegmentMeanWithNumSegments
tf.raw_ops.SparseSegmentSqrtN
tf.raw_ops.SparseSegmentSqrtNGrad
tf.raw_ops.SparseSegmentSqrtNWithNumSegments
tf.raw_ops.SparseSegmentSum
tf.raw_ops.SparseSegmentSumWithNumSegments
tf.raw_ops.SparseSlice
tf.raw_ops.SparseSliceGrad
tf.raw_ops.SparseSoftmax
tf.raw_ops.SparseSoftmaxCrossEntropyWithLogits
tf.raw_ops.SparseSparseMaximum
tf.raw_ops.SparseSparseMinimum
tf.raw_ops.SparseSplit
tf.raw_ops.SparseTensorDenseAdd
tf.raw_ops.SparseTensorDenseMatMul
tf.raw_ops.SparseTensorSliceDataset
tf.raw_ops.SparseToDense
tf.raw_ops.SparseToSparseSetOperation
tf.raw_ops.Split
tf.raw_ops.SplitV
tf.raw_ops.SqlDataset
tf.raw_ops.Sqrt
tf.raw_ops.SqrtGrad
tf.raw_ops.Square
tf.raw_ops.SquaredDifference
tf.raw_ops.Squeeze
tf.raw_ops.Stack
tf.raw_ops.StackClose
tf.raw_ops.StackCloseV2
tf.raw_ops.StackPop
tf.raw_ops.StackPopV2
tf.raw_ops.StackPush
tf.raw_ops.StackPushV2
tf.raw_ops.StackV2
tf.raw_ops.Stage
tf.raw_ops.StageClear
tf.raw_ops.StagePeek
tf.raw_ops.StageSize
tf.raw_ops.StatefulPartitionedCall
tf.raw_ops.StatefulRandomBinomial
tf.raw_ops.StatefulStandardNormal
tf.raw_ops.StatefulStandardNormalV2
tf.raw_ops.StatefulTruncatedNormal
tf.raw_ops.StatefulUniform
tf.raw_ops.StatefulUniformFullInt
tf.raw_ops.StatefulUniformInt
tf.raw_ops.StatelessIf
tf.raw_ops.StatelessMultinomial
tf.raw_ops.StatelessRandomNormal
tf.raw_ops.StatelessRandomUniform
tf.raw_ops.StatelessRandomUniformInt
tf.raw_ops.StatelessTruncatedNormal
tf.raw_ops.StatelessWhile
tf.raw_ops.StaticRegexFullMatch
tf.raw_ops.StaticRegexReplace
tf.raw_ops.StatsAggregatorHandle
tf.raw_ops.StatsAggregatorHandleV2
tf.raw_ops.StatsAggregatorSetSummaryWriter
tf.raw_ops.StatsAggregatorSummary
tf.raw_ops.StopGradient
tf.raw_ops.StridedSlice
tf.raw_ops.StridedSliceAssign
tf.raw_ops.StridedSliceGrad
tf.raw_ops.StringFormat
tf.raw_ops.StringJoin
tf.raw_ops.StringLength
tf.raw_ops.StringLower
tf.raw_ops.StringNGrams
tf.raw_ops.StringSplit
tf.raw_ops.StringSplitV2
tf.raw_ops.StringStrip
tf.raw_ops.StringToHashBucket
tf.raw_ops.StringToHashBucketFast
tf.raw_ops.StringToHashBucketStrong
tf.raw_ops.StringToNumber
tf.raw_ops.StringUpper
tf.raw_ops.Sub
tf.raw_ops.Substr
tf.raw_ops.Sum
tf.raw_ops.SummaryWriter
tf.raw_ops.Svd
tf.raw_ops.Switch
tf.raw_ops.SymbolicGradient
tf.raw_ops.TFRecordDataset
tf.raw_ops.TFRecordReader
tf.raw_ops.TFRecordReaderV2
tf.raw_ops.TPUCompilationResult
tf.raw_ops.TPUEmbeddingActivations
tf.raw_ops.TPUOrdinalSelector
tf.raw_ops.TPUPartitionedCall
tf.raw_ops.TPUReplicateMetadata
tf.raw_ops.TPUReplicatedInput
tf.raw_ops.TPUReplicatedOutput
tf.raw_ops.TakeDataset
tf.raw_ops.TakeManySparseFromTensorsMap
tf.raw_ops.TakeWhileDataset
tf.raw_ops.Tan
tf.raw_ops.Tanh
tf.raw_ops.TanhGrad
tf.raw_ops.TemporaryVariable
tf.raw_ops.TensorArray
tf.raw_ops.TensorArrayClose
tf.raw_ops.TensorArrayCloseV2
tf.raw_ops.TensorArrayCloseV3
tf.raw_ops.TensorArrayConcat
tf.raw_ops.TensorArrayConcatV2
tf.raw_ops.TensorArrayConcatV3
tf.raw_ops.TensorArrayGather
tf.raw_ops.TensorArrayGatherV2
tf.raw_ops.TensorArrayGatherV3
tf.raw_ops.TensorArrayGrad
tf.raw_ops.TensorArrayGradV2
tf.raw_ops.TensorArrayGradV3
tf.raw_ops.TensorArrayGradWithShape
tf.raw_ops.TensorArrayPack
tf.raw_ops.TensorArrayRead
tf.raw_ops.TensorArrayReadV2
tf.raw_ops.TensorArrayReadV3
tf.raw_ops.TensorArrayScatter
tf.raw_ops.TensorArrayScatterV2
tf.raw_ops.TensorArrayScatterV3
tf.raw_ops.TensorArraySize
tf.raw_ops.TensorArraySizeV2
tf.raw_ops.TensorArraySizeV3
tf.raw_ops.TensorArraySplit
tf.raw_ops.TensorArraySplitV2
tf.raw_ops.TensorArraySplitV3
tf.raw_ops.TensorArrayUnpack
tf.raw_ops.TensorArrayV2
tf.raw_ops.TensorArrayV3
tf.raw_ops.TensorArrayWrite
tf.raw_ops.TensorArrayWriteV2
tf.raw_ops.TensorArrayWriteV3
tf.raw_ops.TensorDataset
tf.raw_ops.TensorListConcat
tf.raw_ops.TensorListConcatLists
tf.raw_ops.TensorListConcatV2
tf.raw_ops.TensorListElementShape
tf.raw_ops.TensorListFromTensor
tf.raw_ops.TensorListGather
tf.raw_ops.TensorListGetItem
tf.raw_ops.TensorListLength
tf.raw_ops.TensorListPopBack
tf.raw_ops.TensorListPushBack
tf.raw_ops.TensorListPushBackBatch
tf.raw_ops.TensorListReserve
tf.raw_ops.TensorListResize
tf.raw_ops.TensorListScatter
tf.raw_ops.TensorListScatterIntoExistingList
tf.raw_ops.TensorListScatterV2
tf.raw_ops.TensorListSetItem
tf.raw_ops.TensorListSplit
tf.raw_ops.TensorListStack
tf.raw_ops.TensorScatterAdd
tf.raw_ops.TensorScatterSub
tf.raw_ops.TensorScatterUpdate
tf.raw_ops.TensorSliceDataset
tf.raw_ops.TensorStridedSliceUpdate
tf.raw_ops.TensorSummary
tf.raw_ops.TensorSummaryV2
tf.raw_ops.TextLineDataset
tf.raw_ops.TextLineReader
tf.raw_ops.TextLineReaderV2
tf.raw_ops.ThreadPoolDataset
tf.raw_ops.ThreadPoolHandle
tf.raw_ops.ThreadUnsafeUnigramCandidateSampler
tf.raw_ops.Tile
tf.raw_ops.TileGrad
tf.raw_ops.Timestamp
tf.raw_ops.TopK
tf.raw_ops.TopKV2
tf.raw_ops.Transpose
tf.raw_ops.TridiagonalMatMul
tf.raw_ops.TridiagonalSolve
tf.raw_ops.TruncateDiv
tf.raw_ops.TruncateMod
tf.raw_ops.TruncatedNormal
tf.raw_ops.Unbatch
tf.raw_ops.UnbatchDataset
tf.raw_ops.UnbatchGrad
tf.raw_ops.UnicodeDecode
tf.raw_ops.UnicodeDecodeWithOffsets
tf.raw_ops.UnicodeEncode
tf.raw_ops.UnicodeScript
tf.raw_ops.UnicodeTranscode
tf.raw_ops.UniformCandidateSampler
tf.raw_ops.Unique
tf.raw_ops.UniqueDataset
tf.raw_ops.UniqueV2
tf.raw_ops.UniqueWithCounts
tf.raw_ops.UniqueWithCountsV2
tf.raw_ops.Unpack
tf.raw_ops.UnravelIndex
tf.raw_ops.UnsortedSegmentJoin
tf.raw_ops.UnsortedSegmentMax
tf.raw_ops.UnsortedSegmentMin
tf.raw_ops.UnsortedSegmentProd
tf.raw_ops.UnsortedSegmentSum
tf.raw_ops.Unstage
tf.raw_ops.UnwrapDatasetVariant
tf.raw_ops.UpperBound
tf.raw_ops.VarHandleOp
tf.raw_ops.VarIsInitializedOp
tf.raw_ops.Variable
tf.raw_ops.VariableShape
tf.raw_ops.VariableV2
tf.raw_ops.Where
tf.raw_ops.While
tf.raw_ops.WholeFileReader
tf.raw_ops.WholeFileReaderV2
tf.raw_ops.WindowDataset
tf.raw_ops.WorkerHeartbeat
tf.raw_ops.WrapDatasetVariant
tf.raw_ops.WriteAudioSummary
tf.raw_ops.WriteFile
tf.raw_ops.WriteGraphSummary
tf.raw_ops.WriteHistogramSummary
tf.raw_ops.WriteImageSummary
tf.raw_ops.WriteRawProtoSummary
tf.raw_ops.WriteScalarSummary
tf.raw_ops.WriteSummary
tf.raw_ops.Xdivy
tf.raw_ops.Xlogy
tf.raw_ops.ZerosLike
tf.raw_ops.Zeta
tf.raw_ops.ZipDataset
tf.recompute_grad
tf.register_tensor_conversion_function
tf.resource_loader.get_data_files_path
tf.resource_loader.get_path_to_datafile
tf.resource_loader.get_root_dir_with_all_resources
tf.resource_loader.load_resource
tf.resource_loader.readahead_file_path
tf.saved_model.ASSETS_DIRECTORY
tf.saved_model.ASSETS_KEY
tf.saved_model.Builder
tf.saved_model.CLASSIFY_INPUTS
tf.saved_model.CLASSIFY_METHOD_NAME
tf.saved_model.CLASSIFY_OUTPUT_CLASSES
tf.saved_model.CLASSIFY_OUTPUT_SCORES
tf.saved_model.DEFAULT_SERVING_SIGNATURE_DEF_KEY
tf.saved_model.GPU
tf.saved_model.LEGACY_INIT_OP_KEY
tf.saved_model.MAIN_OP_KEY
tf.saved_model.PREDICT_INPUTS
tf.saved_model.PREDICT_METHOD_NAME
tf.saved_model.PREDICT_OUTPUTS
tf.saved_model.REGRESS_INPUTS
tf.saved_model.REGRESS_METHOD_NAME
tf.saved_model.REGRESS_OUTPUTS
tf.saved_model.SAVED_MODEL_FILENAME_PB
tf.saved_model.SAVED_MODEL_FILENAME_PBTXT
tf.saved_model.SAVED_MODEL_SCHEMA_VERSION
tf.saved_model.SERVING
tf.saved_model.TPU
tf.saved_model.TRAINING
tf.saved_model.VARIABLES_DIRECTORY
tf.saved_model.VARIABLES_FILENAME
tf.saved_model.build_signature_def
tf.saved_model.build_tensor_info
tf.saved_model.builder.SavedModelBuilder
tf.saved_model.classification_signature_def
tf.saved_model.constants.ASSETS_DIRECTORY
tf.saved_model.constants.ASSETS_KEY
tf.saved_model.constants.LEGACY_INIT_OP_KEY
tf.saved_model.constants.MAIN_OP_KEY
tf.saved_model.constants.SAVED_MODEL_FILENAME_PB
tf.saved_model.constants.SAVED_MODEL_FILENAME_PBTXT
tf.saved_model.constants.SAVED_MODEL_SCHEMA_VERSION
tf.saved_model.constants.VARIABLES_DIRECTORY
tf.saved_model.constants.VARIABLES_FILENAME
tf.saved_model.contains_saved_model
tf.saved_model.experimental.save
tf.saved_model.get_tensor_from_tensor_info
tf.saved_model.is_valid_signature
tf.saved_model.load
tf.saved_model.load_v2
tf.saved_model.loader.load
tf.saved_model.loader.maybe_saved_model_directory
tf.saved_model.main_op.main_op
tf.saved_model.main_op.main_op_with_restore
tf.saved_model.main_op_with_restore
tf.saved_model.maybe_saved_model_directory
tf.saved_model.predict_signature_def
tf.saved_model.regression_signature_def
tf.saved_model.save
tf.saved_model.signature_constants.CLASSIFY_INPUTS
tf.saved_model.signature_constants.CLASSIFY_METHOD_NAME
tf.saved_model.signature_constants.CLASSIFY_OUTPUT_CLASSES
tf.saved_model.signature_constants.CLASSIFY_OUTPUT_SCORES
tf.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY
tf.saved_model.signature_constants.PREDICT_INPUTS
tf.saved_model.signature_constants.PREDICT_METHOD_NAME
tf.saved_model.signature_constants.PREDICT_OUTPUTS
tf.saved_model.signature_constants.REGRESS_INPUTS
tf.saved_model.signature_constants.REGRESS_METHOD_NAME
tf.saved_model.signature_constants.REGRESS_OUTPUTS
tf.saved_model.signature_def_utils.build_signature_def
tf.saved_model.signature_def_utils.classification_signature_def
tf.saved_model.signature_def_utils.is_valid_signature
tf.saved_model.signature_def_utils.predict_signature_def
tf.saved_model.signature_def_utils.regression_signature_def
tf.saved_model.simple_save
tf.saved_model.utils.build_tensor_info
tf.saved_model.utils.get_tensor_from_tensor_info
tf.serialize_many_sparse
tf.serialize_sparse
tf.serialize_tensor
tf.signal.dct
tf.signal.fft
tf.signal.fft2d
tf.signal.fft3d
tf.signal.fftshift
tf.signal.frame
tf.signal.hamming_window
tf.signal.hann_window
tf.signal.idct
tf.signal.ifft
tf.signal.ifft2d
tf.signal.ifft3d
tf.signal.ifftshift
tf.signal.inverse_stft
tf.signal.inverse_stft_window_fn
tf.signal.irfft
tf.signal.irfft2d
tf.signal.irfft3d
tf.signal.linear_to_mel_weight_matrix
tf.signal.mfccs_from_log_mel_spectrograms
tf.signal.overlap_and_add
tf.signal.rfft
tf.signal.rfft2d
tf.signal.rfft3d
tf.signal.stft
tf.sparse.SparseConditionalAccumulator
tf.sparse.SparseTensor
tf.sparse.cross
tf.sparse.cross_hashed
tf.sparse.placeholder
tf.spectral.dct
tf.spectral.fft
tf.spectral.fft2d
tf.spectral.fft3d
tf.spectral.idct
tf.spectral.ifft
tf.spectral.ifft2d
tf.spectral.ifft3d
tf.spectral.irfft
tf.spectral.irfft2d
tf.spectral.irfft3d
tf.spectral.rfft
tf.spectral.rfft2d
tf.spectral.rfft3d
tf.strings.bytes_split
tf.strings.ngrams
tf.strings.unicode_decode
tf.strings.unicode_decode_with_offsets
tf.strings.unicode_encode
tf.strings.unicode_script
tf.strings.unicode_split
tf.strings.unicode_split_with_offsets
tf.strings.unicode_transcode
tf.strings.unsorted_segment_join
tf.summary.Event
tf.summary.FileWriterCache
tf.summary.SessionLog
tf.summary.SummaryDescription
tf.summary.TaggedRunMetadata
tf.summary.all_v2_summary_ops
tf.summary.audio
tf.summary.get_summary_description
tf.summary.initialize
tf.summary.tensor_summary
tf.summary.text
tf.switch_case
tf.sysconfig.CXX11_ABI_FLAG
tf.sysconfig.MONOLITHIC_BUILD
tf.sysconfig.get_compile_flags
tf.sysconfig.get_include
tf.sysconfig.get_lib
tf.sysconfig.get_link_flags
tf.test.Benchmark
tf.test.StubOutForTesting
tf.test.assert_equal_graph_def
tf.test.benchmark_config
tf.test.compute_gradient
tf.test.compute_gradient_error
tf.test.create_local_cluster
tf.test.get_temp_dir
tf.test.test_src_dir_path
tf.timestamp
tf.tpu.CrossShardOptimizer
tf.tpu.batch_parallel
tf.tpu.bfloat16_scope
tf.tpu.core
tf.tpu.cross_replica_sum
tf.tpu.experimental.AdagradParameters
tf.tpu.experimental.AdamParameters
tf.tpu.experimental.DeviceAssignment
tf.tpu.experimental.StochasticGradientDescentParameters
tf.tpu.experimental.embedding_column
tf.tpu.experimental.initialize_tpu_system
tf.tpu.experimental.shared_embedding_columns
tf.tpu.initialize_system
tf.tpu.outside_compilation
tf.tpu.replicate
tf.tpu.rewrite
tf.tpu.shard
tf.tpu.shutdown_system
tf.train.Checkpoint
tf.train.CheckpointManager
tf.train.CheckpointSaverHook
tf.train.CheckpointSaverListener
tf.train.ChiefSessionCreator
tf.train.ClusterDef
tf.train.FeedFnHook
tf.train.FinalOpsHook
tf.train.GlobalStepWaiterHook
tf.train.JobDef
tf.train.LooperThread
tf.train.MonitoredSession
tf.train.NanLossDuringTrainingError
tf.train.NanTensorHook
tf.train.NewCheckpointReader
tf.train.ProfilerHook
tf.train.SaverDef
tf.train.Scaffold
tf.train.SecondOrStepTimer
tf.train.ServerDef
tf.train.SessionCreator
tf.train.SessionManager
tf.train.SessionRunArgs
tf.train.SessionRunContext
tf.train.SessionRunHook
tf.train.SessionRunValues
tf.train.SingularMonitoredSession
tf.train.StepCounterHook
tf.train.SummarySaverHook
tf.train.VocabInfo
tf.train.WorkerSessionCreator
tf.train.basic_train_loop
tf.train.checkpoints_iterator
tf.train.do_quantize_training_on_graphdef
tf.train.experimental.DynamicLossScale
tf.train.experimental.FixedLossScale
tf.train.experimental.LossScale
tf.train.experimental.MixedPrecisionLossScaleOptimizer
tf.train.experimental.PythonState
tf.train.experimental.disable_mixed_precision_graph_rewrite
tf.train.experimental.enable_mixed_precision_graph_rewrite
tf.train.export_meta_graph
tf.train.generate_checkpoint_state_proto
tf.train.get_checkpoint_mtimes
tf.train.init_from_checkpoint
tf.train.input_producer
tf.train.limit_epochs
tf.train.list_variables
tf.train.load_checkpoint
tf.train.load_variable
tf.train.maybe_batch
tf.train.maybe_batch_join
tf.train.maybe_shuffle_batch
tf.train.maybe_shuffle_batch_join
tf.train.queue_runner.QueueRunner
tf.train.queue_runner.add_queue_runner
tf.train.queue_runner.start_queue_runners
tf.train.remove_checkpoint
tf.train.sdca_fprint
tf.train.sdca_optimizer
tf.train.sdca_shrink_l1
tf.train.shuffle_batch_join
tf.train.summary_iterator
tf.train.update_checkpoint_state
tf.train.warm_start
tf.train.write_graph
tf.uniform_unit_scaling_initializer
tf.user_ops.my_fact
tf.variable_creator_scope
tf.vectorized_map
tf.verify_tensor_all_finite
tf.wrap_function
tf.write_file
tf.xla.experimental.compile
tf.xla.experimental.jit_scope`;
