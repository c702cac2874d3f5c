/**
 * The `tf.test` namespace.
 */

export {
  gpu_device_name,
  is_built_with_cuda,
  is_built_with_gpu_support,
  is_built_with_rocm,
  is_gpu_available,
} from "../runtime/devices.js";
export * from "./missing/test.js";
