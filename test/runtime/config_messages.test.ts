/** tf.ConfigProto and the messages in it: Python's text and errors, recorded from TensorFlow 1.15.5. */
import { describe, expect, it } from "vitest";
import { tf } from "../../src/compat/index.js";

describe("tf.ConfigProto", () => {
  it("prints the fields that are set, in the order of their numbers", () => {
    const config = tf.ConfigProto({
      log_device_placement: true,
      device_count: { GPU: 0, CPU: 2 },
      gpu_options: tf.GPUOptions({ per_process_gpu_memory_fraction: 0.333 }),
    });
    config.gpu_options.allow_growth = true;
    expect(String(config)).toBe(
      'device_count {\n  key: "CPU"\n  value: 2\n}\ndevice_count {\n  key: "GPU"\n}\n' +
        "gpu_options {\n  per_process_gpu_memory_fraction: 0.333\n  allow_growth: true\n}\nlog_device_placement: true\n",
    );
  });

  it("a message is set by setting in it, not by looking at it", () => {
    const config = new tf.ConfigProto();
    expect(config.gpu_options.allow_growth).toBe(false);
    expect(String(config)).toBe("");
    config.gpu_options.allow_growth = false;
    expect(String(config)).toBe("gpu_options {\n}\n");
    config.intra_op_parallelism_threads = 4;
    config.device_filters.push("/job");
    config.graph_options.optimizer_options.global_jit_level = tf.OptimizerOptions.ON_1;
    expect(String(config)).toBe(
      'intra_op_parallelism_threads: 4\ndevice_filters: "/job"\ngpu_options {\n}\n' +
        "graph_options {\n  optimizer_options {\n    global_jit_level: ON_1\n  }\n}\n",
    );
  });

  it.each([
    [() => Reflect.apply(tf.ConfigProto, null, [{ foo: 1 }]), 'Protocol message ConfigProto has no "foo" field.'],
    [
      () => Reflect.apply(tf.ConfigProto, null, [{ allow_soft_placement: "x" }]),
      "Cannot set tensorflow.ConfigProto.allow_soft_placement to 'x': 'x' has type <class 'str'>, but expected one of: (<class 'bool'>, <class 'int'>) for field ConfigProto.allow_soft_placement",
    ],
    [
      () => {
        tf.ConfigProto().intra_op_parallelism_threads = 1.5;
      },
      "Cannot set tensorflow.ConfigProto.intra_op_parallelism_threads to 1.5: 1.5 has type <class 'float'>, but expected one of: (<class 'int'>,)",
    ],
    [
      () => {
        tf.ConfigProto().gpu_options = tf.GPUOptions();
      },
      'Assignment not allowed to composite field "gpu_options" in protocol message object.',
    ],
    [
      () => Reflect.apply(tf.Session, null, [tf.ConfigProto()]),
      'target must be a string, but got <class \'tensorflow.core.protobuf.config_pb2.ConfigProto\'>. Did you do "Session(config)" instead of "Session(config=config)"?',
    ],
    [() => Reflect.construct(tf.Session, ["", null, 1]), "config must be a tf.ConfigProto, but got <class 'int'>"],
  ])("error %#", (call, message) => {
    expect(call).toThrow(message);
  });

  it("sessions and runs take them", () => {
    using _ = new tf.Graph().as_default();
    const x = tf.constant(1);
    using sess = tf.Session({ config: tf.ConfigProto({ allow_soft_placement: true }) });
    const options = tf.RunOptions({ trace_level: tf.RunOptions.FULL_TRACE });
    expect(String(options)).toBe("trace_level: FULL_TRACE\n");
    expect(Number(sess.run(x, { options, run_metadata: tf.RunMetadata() }))).toBe(1);
    expect(Number(sess.run(x, null, options, tf.RunMetadata()))).toBe(1);
  });
});
