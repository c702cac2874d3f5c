/**
 * Where a stream stands, in the forms that get_state and set_state exchange.
 * Source: RandomState.get_state, set_state, numpy/random/mtrand.pyx (NumPy 1.18).
 */
import { copyAs } from "../casting.js";
import { asInt, asStrided, type ArrayLike as Values } from "../convert.js";
import { dtypeOf } from "../dtype.js";
import { toFloat } from "../element.js";
import { TypeError_, ValueError } from "../errors.js";
import { NDArray } from "../ndarray.js";
import { type PyTuple, tuple } from "../pytuple.js";
import type { MT19937 } from "./mt19937.js";

/** What get_state() gives: algorithm, 624 words, words used, whether a gaussian is kept, that gaussian. */
export type State = PyTuple<string | NDArray | number>;
/** The same with names, as get_state({ legacy: false }) gives it. */
export interface StateDict {
  readonly bit_generator: string;
  readonly state: { readonly key: NDArray; readonly pos: number };
  readonly has_gauss: number;
  readonly gauss: number;
}

export function stateDict(g: MT19937): StateDict {
  const key = NDArray.of("uint32", g.key.slice(), [g.key.length]);
  return {
    bit_generator: "MT19937",
    state: { key, pos: g.pos },
    has_gauss: g.hasGauss ? 1 : 0,
    gauss: g.spareGauss,
  };
}

export function stateTuple(g: MT19937): State {
  const { bit_generator, state, has_gauss, gauss } = stateDict(g);
  return tuple<string | NDArray | number>([bit_generator, state.key, state.pos, has_gauss, gauss]);
}

/** Raises TypeError and ValueError for what is no state of this generator. */
export function restore(g: MT19937, state: StateDict | readonly (string | Values)[]): void {
  if (typeof state !== "object" || state === null) throw new TypeError_("state must be a dict or a tuple.");
  const [name, key = [], pos = 624, has = 0, gauss = 0]: readonly Values[] =
    "bit_generator" in state
      ? [state.bit_generator, state.state.key, state.state.pos, state.has_gauss, state.gauss]
      : state;
  if (name !== "MT19937") {
    throw new ValueError("set_state can only be used with legacy MT19937 state instances.");
  }
  const words = asStrided(key, dtypeOf("uint32"));
  if (words.ndim !== 1 || words.size !== g.key.length) throw new ValueError("state must have 624 words");
  g.key.set(copyAs(words).data as Uint32Array);
  g.pos = asInt(pos);
  g.hasGauss = asInt(has) !== 0;
  g.spareGauss = toFloat(gauss);
}
