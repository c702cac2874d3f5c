/**
 * What Python's built-in functions and the methods of its built-in types give.
 */
import { ANY, BOOL, BYTES, DICT, INT, listOf, NATURAL, NONE, NUM, SET, STR, type Type, tupleOf } from "./types.js";

export const BUILTIN_RESULTS: Readonly<Record<string, Type>> = {
  len: NATURAL,
  ord: NATURAL,
  range: { kind: "range" },
  xrange: { kind: "range" },
  str: STR,
  unicode: STR,
  repr: STR,
  chr: STR,
  format: STR,
  hex: STR,
  bin: STR,
  oct: STR,
  input: STR,
  raw_input: STR,
  int: NUM,
  long: NUM,
  float: NUM,
  bool: BOOL,
  isinstance: BOOL,
  issubclass: BOOL,
  callable: BOOL,
  hasattr: BOOL,
  any: BOOL,
  all: BOOL,
  dict: DICT,
  set: SET,
  frozenset: SET,
  list: listOf(ANY),
  sorted: listOf(ANY),
  tuple: tupleOf(null),
  bytes: BYTES,
  print: NONE,
};

const STR_METHODS: Record<string, Type> = {
  split: listOf(STR),
  rsplit: listOf(STR),
  splitlines: listOf(STR),
  find: INT,
  rfind: INT,
  index: INT,
  count: INT,
  encode: BYTES,
};
for (const name of "strip lstrip rstrip join replace upper lower title capitalize swapcase center ljust rjust zfill expandtabs format".split(
  " ",
))
  STR_METHODS[name] = STR;
for (const name of "startswith endswith isdigit isalpha isalnum isspace isupper islower isnumeric".split(" "))
  STR_METHODS[name] = BOOL;

export const METHOD_RESULTS: Readonly<Partial<Record<Type["kind"], Readonly<Record<string, Type>>>>> = {
  str: STR_METHODS,
  bytes: { decode: STR },
  list: { index: INT, count: INT },
  tuple: { index: INT, count: INT },
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Methods of each built-in type; of text all that are not another type's. */
const OF_TYPE: Readonly<Record<string, ReadonlySet<string>>> = {
  list: words("append extend insert pop remove index count sort reverse copy clear"),
  tuple: words("index count"),
  dict: words(
    "get items keys values pop popitem setdefault update copy clear fromkeys iteritems itervalues iterkeys has_key",
  ),
  set: words(
    "add discard remove pop clear copy update union intersection difference symmetric_difference issubset issuperset " +
      "isdisjoint intersection_update difference_update symmetric_difference_update",
  ),
  bytes: words(
    "decode hex split strip lstrip rstrip startswith endswith find rfind index count replace upper lower splitlines join",
  ),
  str: words(
    "split rsplit strip lstrip rstrip join replace find rfind index rindex count startswith endswith upper lower title capitalize swapcase " +
      "center ljust rjust zfill isdigit isalpha isalnum isspace isupper islower isnumeric isdecimal isidentifier istitle splitlines partition " +
      "rpartition expandtabs encode format translate casefold format_map",
  ),
  int: words("bit_length conjugate"),
  float: words("is_integer as_integer_ratio conjugate"),
};
export const hasMethod = (kind: string, name: string): boolean => OF_TYPE[kind]?.has(name) === true;

/** Methods of built-in types: on a value of unknown type they are looked up while running. */
export const BUILTIN_METHODS = new Set(
  (
    "append extend insert pop remove index count sort reverse copy clear get items keys values popitem setdefault update fromkeys " +
    "iteritems itervalues iterkeys has_key add discard union intersection difference symmetric_difference issubset issuperset isdisjoint " +
    "intersection_update difference_update split rsplit strip lstrip rstrip join replace find rfind rindex startswith endswith upper lower title " +
    "capitalize swapcase center ljust rjust zfill isdigit isalpha isalnum isspace isupper islower isnumeric isdecimal splitlines partition " +
    "rpartition expandtabs encode decode format translate casefold bit_length is_integer"
  ).split(" "),
);
