/**
 * Python's module collections.
 * Source: Lib/collections/__init__.py (Python 3.7).
 */
export { namedtuple } from "../py/collections.js";
export { ChainMap } from "./collections/chain_map.js";
export { Counter } from "./collections/counter.js";
export { defaultdict } from "./collections/defaultdict.js";
export { deque } from "./collections/deque.js";
export { OrderedDict } from "./collections/ordered_dict.js";
export * as abc from "./collections_abc.js";
export {
  Callable,
  Hashable,
  Iterable,
  Iterator,
  Mapping,
  MutableMapping,
  Sequence,
  Set,
  Sized,
} from "./collections_abc.js";
