/**
 * Which accelerators a script finds: none, kernels run on the CPU.
 * Source: tf.test (tensorflow/python/framework/test_util.py, platform/test.py).
 */
import { pyFunction } from "../graph/signature.js";

const no = (name: string) => pyFunction<object>()(name, "()", () => false);

export const is_gpu_available = pyFunction<{
  cuda_only: boolean;
  min_cuda_compute_capability: readonly [major: number, minor: number] | null;
}>()("is_gpu_available", "(cuda_only=False, min_cuda_compute_capability=None)", () => false);

export const is_built_with_cuda = no("is_built_with_cuda");
export const is_built_with_gpu_support = no("is_built_with_gpu_support");
export const is_built_with_rocm = no("is_built_with_rocm");

/** Name of the first GPU; empty, there is none. */
export const gpu_device_name = pyFunction<object>()("gpu_device_name", "()", () => "");
