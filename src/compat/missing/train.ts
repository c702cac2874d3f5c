/**
 * Names of `tf.train` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const BytesList = missing("tf.train.BytesList");
export const ClusterSpec = missing("tf.train.ClusterSpec");
export const Coordinator = missing("tf.train.Coordinator");
export const Example = missing("tf.train.Example");
export const Feature = missing("tf.train.Feature");
export const FeatureList = missing("tf.train.FeatureList");
export const FeatureLists = missing("tf.train.FeatureLists");
export const Features = missing("tf.train.Features");
export const FloatList = missing("tf.train.FloatList");
export const Int64List = missing("tf.train.Int64List");
export const LoggingTensorHook = missing("tf.train.LoggingTensorHook");
export const MonitoredTrainingSession = missing("tf.train.MonitoredTrainingSession");
export const QueueRunner = missing("tf.train.QueueRunner");
export const Saver = missing("tf.train.Saver");
export const SequenceExample = missing("tf.train.SequenceExample");
export const Server = missing("tf.train.Server");
export const StopAtStepHook = missing("tf.train.StopAtStepHook");
export const Supervisor = missing("tf.train.Supervisor");
export const SyncReplicasOptimizer = missing("tf.train.SyncReplicasOptimizer");
export const add_queue_runner = missing("tf.train.add_queue_runner");
export const batch = missing("tf.train.batch");
export const batch_join = missing("tf.train.batch_join");
export const checkpoint_exists = missing("tf.train.checkpoint_exists");
export const get_checkpoint_state = missing("tf.train.get_checkpoint_state");
export const import_meta_graph = missing("tf.train.import_meta_graph");
export const latest_checkpoint = missing("tf.train.latest_checkpoint");
export const match_filenames_once = missing("tf.train.match_filenames_once");
export const queue_runner = missing("tf.train.queue_runner");
export const range_input_producer = missing("tf.train.range_input_producer");
export const replica_device_setter = missing("tf.train.replica_device_setter");
export const shuffle_batch = missing("tf.train.shuffle_batch");
export const slice_input_producer = missing("tf.train.slice_input_producer");
export const start_queue_runners = missing("tf.train.start_queue_runners");
export const string_input_producer = missing("tf.train.string_input_producer");
