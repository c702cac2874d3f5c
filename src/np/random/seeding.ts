/**
 * What a seed may be.
 * Source: MT19937._legacy_seeding, numpy/random/_mt19937.pyx (NumPy 1.18).
 */
import { copyAs } from "../casting.js";
import { asStrided, existing } from "../convert.js";
import { TypeError_, ValueError } from "../errors.js";
import type { Strided } from "../strided.js";

/** A seed: an integer from 0 to 2^32 - 1, a list of them, or null for one from the system. */
export type Seed = number | bigint | readonly number[] | Strided | null;

/** The seed's integers; a single one seeds otherwise than a list. Raises ValueError and TypeError as NumPy does. */
export function seedWords(seed: Exclude<Seed, null>): { readonly single: boolean; readonly words: readonly number[] } {
  const array = asStrided(seed);
  // An array of one element counts as the number, a list of one doesn't.
  const single = array.ndim === 0 || (existing(seed) !== null && array.size === 1);
  if (array.size === 0) throw new ValueError("Seed must be non-empty");
  if (!array.dtype.isInteger && array.dtype.kind !== "b") {
    throw new TypeError_(
      `Cannot cast array from dtype('${array.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  }
  if (array.ndim > 1 && !single) throw new ValueError("Seed array must be 1-d");
  const words = Array.from(copyAs(array).data as ArrayLike<number | bigint>, Number);
  if (words.some((w) => w < 0 || w >= 2 ** 32)) throw new ValueError("Seed must be between 0 and 2**32 - 1");
  return { single, words };
}
