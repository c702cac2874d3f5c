/**
 * The `tf.manip` namespace.
 */
export { gather_nd } from "../ops/array/gather_nd.js";
export { reshape } from "../ops/array/reshape.js";
export { reverse, roll } from "../ops/array/reverse.js";
export { scatter_nd } from "../ops/array/scatter_nd.js";
export { batch_to_space_nd, space_to_batch_nd } from "../ops/array/space.js";
export { tile } from "../ops/array/tile.js";
