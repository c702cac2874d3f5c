/**
 * Python's built-in types with their methods: `py.str(5)`, `py.str.split(text, ",")`.
 * Source: Python 3.7 built-in types.
 */
import {
  bytes as bytesOf,
  dict as dictOf,
  frozenset as frozensetOf,
  set as setOf,
  tuple as tupleOf,
} from "./containers.js";
import { float as floatOf, int as intOf, str as strOf } from "./convert.js";
import { list as listOf } from "./iteration.js";
import * as methods from "./methods/index.js";

/** How a type shows itself. */
function named(name: string): { readonly __name__: string; readonly __repr__: () => string } {
  return { __name__: name, __repr__: () => `<class '${name}'>` };
}

export const str = /* @__PURE__ */ Object.assign(strOf, methods.str);
export const list = /* @__PURE__ */ Object.assign(listOf, methods.list, named("list"));
export const dict = /* @__PURE__ */ Object.assign(dictOf, methods.dict, named("dict"));
export const set = /* @__PURE__ */ Object.assign(setOf, methods.set, named("set"));
export const tuple = /* @__PURE__ */ Object.assign(tupleOf, methods.tuple, named("tuple"));
export const bytes = /* @__PURE__ */ Object.assign(bytesOf, methods.bytes, named("bytes"));
export const int = /* @__PURE__ */ Object.assign(intOf, methods.int);
export const float = /* @__PURE__ */ Object.assign(floatOf, methods.float);
export const frozenset = /* @__PURE__ */ Object.assign(frozensetOf, methods.frozenset, named("frozenset"));
