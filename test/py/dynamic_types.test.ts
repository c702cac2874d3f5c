/** Ported code compiles without annotations: what goes in without a type comes out without one, a typed operand keeps its type. */
import { py } from "tf1-compat";
import { expect, expectTypeOf, it } from "vitest";

/** What an untyped parameter of a ported function is. */
const untyped = (x: unknown): ReturnType<typeof JSON.parse> => x;

it("gives no type where none was given", () => {
  const x = untyped(py.dict([["a", [3, 1, 2]]]));
  expectTypeOf(py.getitem(x, "a")).toBeAny();
  expectTypeOf(py.getattr(x, "__class__")).toBeAny();
  expectTypeOf(py.method(x, "get")).toBeAny();
  expectTypeOf(py.add(x.at("a"), [1])).toBeAny();
  expectTypeOf(py.iadd(x.at("a"), [])).toBeAny();
  expectTypeOf(py.either(x, () => 1)).toBeAny();
  expectTypeOf(py.both(x, () => 1)).toBeAny();
  expectTypeOf(py.dict.get(x, "a")).toBeAny();
  expectTypeOf(py.dict.pop(x, "b", null)).toBeAny();
  expectTypeOf(py.dict.setdefault(x, "a", [])).toBeAny();
  expectTypeOf(py.list.pop(untyped([1]))).toBeAny();
  expectTypeOf(py.set.pop(untyped(py.set([1])))).toBeAny();
  expectTypeOf(py.set.union(untyped(py.set([1])), [2])).toBeAny();
  expectTypeOf(py.sum(x.at("a"))).toBeAny();
  expectTypeOf(py.max(x.at("a"))).toBeAny();
  expectTypeOf(py.next(untyped(py.iter([1])))).toBeAny();
  expectTypeOf(py.sorted(x.at("a"))).items.toBeAny();
  expectTypeOf(py.call(untyped(() => 1))).toBeAny();
  expectTypeOf(py.invoke(x, "keys")).toBeAny();
  for (const [key, value] of py.dict.items(x)) {
    expectTypeOf(key).toBeAny();
    expectTypeOf(value).toBeAny();
  }
});

it("keeps the type of typed operands", () => {
  const xs = [3, 1, 2];
  const d = py.dict([["a", 1]] as [string, number][]);
  expectTypeOf(py.getitem(xs, 0)).toEqualTypeOf<number>();
  expectTypeOf(py.sorted(xs)).toEqualTypeOf<number[]>();
  expectTypeOf(py.list.pop(["a"])).toEqualTypeOf<string>();
  expectTypeOf(py.dict.get(d, "a", 0)).toEqualTypeOf<number>();
  expectTypeOf(py.dict.get(d, "a")).toEqualTypeOf<number | null>();
  expectTypeOf(py.set.pop(py.set([1]))).toEqualTypeOf<number>();
  expectTypeOf(py.set.union(py.set([1]), [2])).toEqualTypeOf<py.PySet<number>>();
  const shown: string[] = [];
  for (const [name, n] of py.dict.items(d)) shown.push(py.str.upper(name) + n.toFixed(1));
  for (const [i, x] of py.enumerate(xs)) shown.push((i + x).toFixed(0));
  for (const [a, b] of py.zip(xs, ["x"])) shown.push(a.toFixed(0) + b.toUpperCase());
  expect(shown).toEqual(["A1.0", "3", "2", "4", "3X"]);
});

it("takes dicts of any types", () => {
  const d = py.dict([["a", 1]] as [string, number][]);
  py.dict.update(d, { b: 2 });
  expectTypeOf(py.dict.pop(d, "b")).toEqualTypeOf<number>();
  expectTypeOf(py.dict.setdefault(d, "c", 3)).toEqualTypeOf<number>();
  py.dict.clear(py.dict<ReturnType<typeof untyped>, ReturnType<typeof untyped>>([[1, 2]]));
  expect(py.repr(d)).toBe("{'a': 1, 'c': 3}");
});
