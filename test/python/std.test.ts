/**
 * Python's standard library against what CPython 3.7 gave (tools/python_std_fixtures.py).
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as py from "../../src/py/index.js";
import * as std from "../../src/python/index.js";

const expected = JSON.parse(readFileSync(new URL("../goldens/python/std.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;
const { random, math, os, collections, itertools, json, csv, io, re, datetime, struct, hashlib, zlib, heapq, bisect } =
  std;
const cases: Record<string, () => unknown> = {};
const f = (x: number): number => py.float(x) as unknown as number;
const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

const seeds: [string, unknown][] = [
  ["0", 0],
  ["42", 42],
  ["-7", -7],
  ["1.5", 1.5],
  ["2.0", f(2)],
  ["'hello'", "hello"],
  [String(2n ** 70n), 2n ** 70n],
];
for (const [name, seed] of seeds) {
  cases[`random ${name}`] = () => {
    random.seed(seed);
    return [random.random(), random.randint(1, 100), random.getrandbits(50), random.getrandbits(7)];
  };
}
const R = random;
const five = Array.from({ length: 5 });
const draws: Record<string, () => unknown> = {
  choice: () => five.map(() => R.choice("abc")),
  choices: () => R.choices([1, 2, 3], [5, 1, 1], { k: 6 }),
  "choices plain": () => R.choices("xyz", { k: 6 }),
  shuffle: () => {
    const x = py.list(py.range(20));
    R.shuffle(x);
    return x;
  },
  sample: () => [R.sample(py.range(1000), 8), R.sample([1, 2, 3, 4], 3), R.sample(py.range(50), 30)],
  randrange: () => [R.randrange(10), R.randrange(5, 50, 7), R.randrange(0, -20, -3)],
  gauss: () => [R.gauss(0, 1), R.gauss(1, 2), R.gauss(0, 0.5)],
  normalvariate: () => [R.normalvariate(0, 1), R.lognormvariate(0, 1)],
  others: () => [
    R.expovariate(2),
    R.uniform(1, 5),
    R.triangular(0, 1, 0.3),
    R.paretovariate(3),
    R.weibullvariate(1, 2),
    R.vonmisesvariate(0, 4),
  ],
  gamma: () => [R.gammavariate(0.5, 2), R.gammavariate(1, 2), R.gammavariate(3, 2), R.betavariate(1, 2)],
  empty: () => R.choice([]),
};
for (const [name, draw] of Object.entries(draws)) {
  cases[`random ${name}`] = () => {
    random.seed(123);
    return draw();
  };
}
const data = (): unknown =>
  py.dict<string, unknown>([
    ["b", [1, f(2), null, true]],
    [
      "a",
      py.dict<string, unknown>([
        ["x", 'é\n"'],
        ["y", f(1e100)],
      ]),
    ],
  ]);
const written = (rows: unknown[][], options: object = {}): string => {
  const file = new io.StringIO();
  new csv.writer(file, options).writerows(rows);
  return file.getvalue();
};
const T = datetime.datetime;
const D = new T(2020, 2, 29, 13, 5, 9, 123456);
const delta = datetime.timedelta;

Object.assign(cases, {
  math: () => [
    math.sqrt(16),
    math.log(8, 2),
    math.log10(1000),
    math.floor(2.7),
    math.ceil(-2.5),
    math.frexp(10),
    math.modf(-2.5),
    math.fsum(new Array(10).fill(0.1)),
    math.factorial(25),
    math.gcd(12, 18),
    math.hypot(3, 4),
    math.exp(1),
    math.degrees(math.pi),
    math.isclose(1, 1 + 1e-10),
    math.ldexp(0.5, 4),
    math.fmod(-7, 3),
    math.copysign(1, -0),
    math.trunc(-3.7),
    math.atan2(1, -1),
  ],
  "math sqrt": () => math.sqrt(-1),
  "math log": () => math.log(0),
  "math exp": () => math.exp(1000),
  path: () => [
    os.path.join("a", "b", "/c", "d"),
    os.path.split("/a/b.c"),
    os.path.splitext(".bashrc"),
    os.path.splitext("a.tar.gz"),
    os.path.normpath("/a/../b//./c/"),
    os.path.dirname("/a"),
    os.path.basename("a/"),
    os.path.relpath("/a/b/c", "/a/d"),
    os.path.commonprefix(["/ab", "/ac"]),
    os.path.commonpath(["/a/b", "/a/c"]),
  ],
  open: () => std.open("/nowhere/x.txt"),
  listdir: () => os.listdir("/nowhere"),
  counter: () => [
    new collections.Counter("abracadabra"),
    new collections.Counter("abracadabra").most_common(2),
    py.add(new collections.Counter("ab"), new collections.Counter("bc")),
  ],
  deque: () => new collections.deque([1, 2, 3, 4], { maxlen: 3 }),
  ordered: () =>
    new collections.OrderedDict([
      ["b", 1],
      ["a", 2],
    ]),
  itertools: () => [
    [...itertools.product<unknown>("ab", [1, 2])],
    [...itertools.permutations([1, 2, 3], 2)],
    [...itertools.combinations("abc", 2)],
    [...itertools.accumulate([1, 2, 3])],
    [...itertools.islice(py.range(10), 2, 8, 3)],
    Array.from(itertools.groupby("aabba"), ([k, g]) => py.tuple([k, [...g]])),
    [...itertools.zip_longest<unknown>([1, 2], "a", { fillvalue: "-" })],
    [...itertools.chain([1], [2, 3])],
  ],
  "json dumps": () => [
    json.dumps(data()),
    json.dumps(data(), { sort_keys: true, indent: 2 }),
    json.dumps(data(), { separators: [",", ":"], ensure_ascii: false }),
    json.dumps([]),
    json.dumps(py.dict(), { indent: 1 }),
    json.dumps(Number.NaN),
  ],
  "json loads": () => json.loads('{"a": [1, 2.0, -3e2, true, null, "\\u00e9\\n"], "b": {}, "c": 12345678901234567890}'),
  "json type": () => json.dumps(py.set([1, 2])),
  csv: () => [
    [...new csv.reader(['a,"b,c",d\n', '1,"x""y",\n', "\n", '"two\n', 'lines",z\n'])],
    written([
      ["a", 'b"c', f(1), null],
      ["x,y", "l\nm", "", 2],
    ]),
    written([["a b", 1]], { delimiter: " ", quoting: csv.QUOTE_NONNUMERIC }),
    written([[""]]),
  ],
  "csv dict": () => [...new csv.DictReader(new io.StringIO("a,b\n1,2\n3\n4,5,6\n"))],
  re: () => [
    re.findall("\\d+", "a1b22"),
    re.findall("(\\w)(\\d)", "a1b2"),
    re.sub("(?P<x>\\w)1", "<\\g<x>>\\1", "a1 b1"),
    re.sub("x*", "-", "abxd"),
    re.split("[,;]\\s*", "a, b;c"),
    re.split("(-)", "a-b-c"),
    re.match("(?P<y>\\d{4})-(\\d\\d)?", "2020-")!.groups(),
    re.match("(?P<y>\\d{4})", "2020")!.groupdict(),
    re.search("b$", "ab\n")!.span(),
    re.search("^b", "a\nb", re.M)!.start(),
    re.findall("(?i)AB", "abAb"),
    re.escape("a.b*c d"),
    re.fullmatch("a|ab", "ab") !== null,
    re.compile("a  # comment\n   \\s b", re.X).findall("a b"),
    re.sub("\\b(\\w)", (m) => m.group(1).toUpperCase(), "hello world é"),
    re.findall("(a)|b", "ab"),
    re.subn("a", "b", "aaa", { count: 2 }),
    re.match("(a)(b)?", "a")!.span(2),
  ],
  "re error": () => re.compile("(a"),
  "re error 2": () => re.compile("*a"),
  datetime: () => [
    D,
    py.str(D),
    D.isoformat(),
    D.add(new delta({ days: 1, hours: 12 })),
    D.sub(new T(2019, 1, 1)),
    py.str(D.sub(new T(2020, 3, 1))),
    D.strftime("%Y-%m-%d %H:%M:%S %j %A %b %p %I %f %y %U %W %%"),
    D.weekday(),
    D.isocalendar(),
    D.date(),
    D.replace({ year: 2021, day: 1 }),
    T.strptime("03/04/21 05:06", "%d/%m/%y %H:%M"),
    py.lt(D, new T(2021, 1, 1)),
    new delta({ seconds: -1 }),
    py.str(new delta({ days: -1, seconds: 3 })),
    py.truediv(new delta(1), 2),
    new delta({ hours: 5 }).total_seconds(),
    new datetime.date(2021, 1, 3).isocalendar(),
    new datetime.time(1, 2, 3),
    T.fromtimestamp(0, datetime.timezone.utc),
    py.sub(new datetime.date(2020, 1, 31), new datetime.date(2019, 12, 1)),
  ],
  strptime: () => T.strptime("x", "%Y"),
  "strptime rest": () => T.strptime("2020 x", "%Y"),
  struct: () => [
    struct.pack("<hIf", -2, 3, 1.5),
    struct.unpack(">Hd", struct.pack(">Hd", 7, 2)),
    struct.calcsize("bi"),
    struct.unpack("<2s", bytes("ab")),
  ],
  hash: () => [
    hashlib.md5(bytes("a")).hexdigest(),
    hashlib.sha256(bytes("")).hexdigest(),
    zlib.crc32(bytes("hello")),
    zlib.adler32(bytes("hello")),
  ],
  heap: () => [
    heapq.nlargest(2, [3, 1, 2]),
    heapq.nsmallest(2, [3, 1, 2]),
    bisect.bisect([1, 2, 2, 3], 2),
    bisect.bisect_left([1, 2, 2, 3], 2),
  ],
  statistics: () => [
    std.statistics.mean([1, 2, 3, 4]),
    std.statistics.mean([1, 3]),
    std.statistics.median([1, 3, 2]),
    std.statistics.median([1, 2, 3, 4]),
    std.statistics.stdev([1.5, 2.5, f(4)]),
    std.statistics.pvariance([f(1), f(2), f(3)]),
    std.statistics.mode([1, 2, 2]),
  ],
  string: () => [
    new std.string.Template("$a ${b} $$").substitute({ a: 1, b: "x" }),
    std.string.capwords("hello  world"),
    std.string.printable,
  ],
  pprint: () =>
    std.pprint.pformat(
      py.dict<string, unknown>([
        ["b", py.list(py.range(30))],
        [
          "a",
          py.dict<string, unknown>([
            ["x".repeat(20), "y".repeat(60)],
            ["z", py.tuple([1, 2])],
          ]),
        ],
      ]),
    ),
  stringio: () => [
    new io.StringIO("a\nb\nc").readlines(),
    new io.StringIO("abc").read(2),
    new io.BytesIO(bytes("a\nb")).readline(),
  ],
  "argparse help": () => parser().format_help(),
  "argparse usage": () => parser().format_usage(),
} satisfies Record<string, () => unknown>);
["", "{", '{"a" 1}', "[1,]", '["a', "nul", "[1] 2", '{"a": 1,}'].forEach((text, i) => {
  cases[`json error ${i}`] = () => json.loads(text);
});

function parser(): InstanceType<typeof std.argparse.ArgumentParser> {
  const p = new std.argparse.ArgumentParser({
    prog: "train.py",
    description: "Trains a model on data that is given, and writes what it has learnt into a folder.",
    epilog: "That is all.",
  });
  p.add_argument("data", { help: "where the data is" });
  p.add_argument("more", { nargs: "*" });
  p.add_argument("--learning_rate", "-lr", {
    type: py.float,
    default: 0.01,
    help: "size of a step (default: %(default)s)",
  });
  p.add_argument("--epochs", {
    type: py.int,
    default: 10,
    metavar: "N",
    help: "how often all of the data is seen, which is a long text that must be wrapped",
  });
  p.add_argument("--verbose", "-v", { action: "store_true" });
  p.add_argument("--mode", { choices: ["a", "b"], default: "a", help: "100%% sure" });
  const g = p.add_argument_group("other things", "Of another kind.");
  g.add_argument("--size", { nargs: 2, type: py.int });
  return p;
}
[
  ["x"],
  ["x", "y", "z", "--epochs", "3", "-lr=0.5"],
  ["-v", "x", "--size", "1", "2"],
  ["--learn", "1", "x", "--mode=b"],
  ["-v", "-v", "x"],
  ["--epochs", "-1", "x"],
].forEach((args, i) => {
  cases[`argparse ${i}`] = () => parser().parse_args(args);
});
[[], ["x", "--epochs", "a"], ["x", "--mode", "c"], ["x", "--no"], ["x", "--size", "1"], ["x", "--epochs"]].forEach(
  (args, i) => {
    cases[`argparse error ${i}`] = () => {
      const before = process.stderr.write.bind(process.stderr);
      let text = "";
      process.stderr.write = ((t: string) => {
        text += t;
        return true;
      }) as typeof process.stderr.write;
      try {
        parser().parse_args(args);
      } catch (error) {
        if (error instanceof py.SystemExit) return py.tuple([error.code, text.trimEnd().split("\n").at(-1)]);
        throw error;
      } finally {
        process.stderr.write = before;
      }
      return null;
    };
  },
);

describe("Python's standard library", () => {
  it.each(Object.keys(expected))("%s", (name) => {
    let shown: string;
    try {
      shown = py.repr(cases[name]!());
    } catch (error) {
      shown = `${(error as Error).name}: ${py.str(error)}`;
    }
    expect(shown).toBe(expected[name]);
  });
});
