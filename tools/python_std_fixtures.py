"""What CPython 3.7's standard library gives, for test/python/std.test.ts.

    PYENV_VERSION=3.7.16 python3 tools/python_std_fixtures.py > test/goldens/python/std.json
"""
import argparse, bisect, collections, copy, csv, datetime, functools, hashlib, heapq, io, itertools, json, math
import operator, os, pprint, random, re, statistics, string, struct, sys, textwrap, time, zlib

OUT = {}


def case(name, f):
    try:
        OUT[name] = repr(f())
    except Exception as e:
        OUT[name] = "%s: %s" % (type(e).__name__, e)


def seeded(seed, f):
    random.seed(seed)
    return f()


def shuffled(n):
    x = list(range(n))
    random.shuffle(x)
    return x


for seed in [0, 42, -7, 1.5, 2.0, "hello", 2 ** 70]:
    case("random %r" % (seed,), lambda: seeded(seed, lambda: [random.random(), random.randint(1, 100), random.getrandbits(50), random.getrandbits(7)]))
R = random
for name, f in {
    "choice": lambda: [R.choice("abc") for _ in range(5)],
    "choices": lambda: R.choices([1, 2, 3], [5, 1, 1], k=6),
    "choices plain": lambda: R.choices("xyz", k=6),
    "shuffle": lambda: shuffled(20),
    "sample": lambda: [R.sample(range(1000), 8), R.sample([1, 2, 3, 4], 3), R.sample(range(50), 30)],
    "randrange": lambda: [R.randrange(10), R.randrange(5, 50, 7), R.randrange(0, -20, -3)],
    "gauss": lambda: [R.gauss(0, 1), R.gauss(1, 2), R.gauss(0, 0.5)],
    "normalvariate": lambda: [R.normalvariate(0, 1), R.lognormvariate(0, 1)],
    "others": lambda: [R.expovariate(2), R.uniform(1, 5), R.triangular(0, 1, 0.3), R.paretovariate(3), R.weibullvariate(1, 2), R.vonmisesvariate(0, 4)],
    "gamma": lambda: [R.gammavariate(0.5, 2), R.gammavariate(1, 2), R.gammavariate(3, 2), R.betavariate(1, 2)],
    "empty": lambda: R.choice([]),
}.items():
    case("random " + name, lambda: seeded(123, f))

case("math", lambda: [math.sqrt(16), math.log(8, 2), math.log10(1000), math.floor(2.7), math.ceil(-2.5), math.frexp(10), math.modf(-2.5), math.fsum([0.1] * 10), math.factorial(25), math.gcd(12, 18), math.hypot(3, 4), math.exp(1), math.degrees(math.pi), math.isclose(1, 1 + 1e-10), math.ldexp(0.5, 4), math.fmod(-7, 3), math.copysign(1, -0.0), math.trunc(-3.7), math.atan2(1, -1)])
case("math sqrt", lambda: math.sqrt(-1))
case("math log", lambda: math.log(0))
case("math exp", lambda: math.exp(1000))
case("path", lambda: [os.path.join("a", "b", "/c", "d"), os.path.split("/a/b.c"), os.path.splitext(".bashrc"), os.path.splitext("a.tar.gz"), os.path.normpath("/a/../b//./c/"), os.path.dirname("/a"), os.path.basename("a/"), os.path.relpath("/a/b/c", "/a/d"), os.path.commonprefix(["/ab", "/ac"]), os.path.commonpath(["/a/b", "/a/c"])])
case("open", lambda: open("/nowhere/x.txt"))
case("listdir", lambda: os.listdir("/nowhere"))
case("counter", lambda: [collections.Counter("abracadabra"), collections.Counter("abracadabra").most_common(2), collections.Counter("ab") + collections.Counter("bc")])
case("deque", lambda: collections.deque([1, 2, 3, 4], maxlen=3))
case("ordered", lambda: collections.OrderedDict([("b", 1), ("a", 2)]))
case("itertools", lambda: [list(itertools.product("ab", [1, 2])), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations("abc", 2)), list(itertools.accumulate([1, 2, 3])), list(itertools.islice(range(10), 2, 8, 3)), [(k, list(g)) for k, g in itertools.groupby("aabba")], list(itertools.zip_longest([1, 2], "a", fillvalue="-")), list(itertools.chain([1], [2, 3]))])
DATA = {"b": [1, 2.0, None, True], "a": {"x": "é\n\"", "y": 1e100}}
case("json dumps", lambda: [json.dumps(DATA), json.dumps(DATA, sort_keys=True, indent=2), json.dumps(DATA, separators=(",", ":"), ensure_ascii=False), json.dumps([]), json.dumps({}, indent=1), json.dumps(float("nan"))])
case("json loads", lambda: json.loads('{"a": [1, 2.0, -3e2, true, null, "\\u00e9\\n"], "b": {}, "c": 12345678901234567890}'))
for i, text in enumerate(["", "{", '{"a" 1}', "[1,]", '["a', "nul", "[1] 2", '{"a": 1,}']):
    case("json error %d" % i, lambda: json.loads(text))
case("json type", lambda: json.dumps({1, 2}))


def written(rows, **kw):
    f = io.StringIO()
    csv.writer(f, **kw).writerows(rows)
    return f.getvalue()


case("csv", lambda: [list(csv.reader(['a,"b,c",d\n', '1,"x""y",\n', '\n', '"two\n', 'lines",z\n'])), written([["a", 'b"c', 1.0, None], ["x,y", "l\nm", "", 2]]), written([["a b", 1]], delimiter=" ", quoting=csv.QUOTE_NONNUMERIC), written([[""]])])
case("csv dict", lambda: list(csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"))))
case("re", lambda: [re.findall(r"\d+", "a1b22"), re.findall(r"(\w)(\d)", "a1b2"), re.sub(r"(?P<x>\w)1", r"<\g<x>>\1", "a1 b1"), re.sub("x*", "-", "abxd"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b-c"), re.match(r"(?P<y>\d{4})-(\d\d)?", "2020-").groups(), re.match(r"(?P<y>\d{4})", "2020").groupdict(), re.search(r"b$", "ab\n").span(), re.search(r"^b", "a\nb", re.M).start(), re.findall(r"(?i)AB", "abAb"), re.escape("a.b*c d"), re.fullmatch("a|ab", "ab") is not None, re.compile(r"""a  # comment
   \s b""", re.X).findall("a b"), re.sub(r"\b(\w)", lambda m: m.group(1).upper(), "hello world é"), re.findall(r"(a)|b", "ab"), re.subn("a", "b", "aaa", count=2), re.match(r"(a)(b)?", "a").span(2)])
case("re error", lambda: re.compile("(a"))
case("re error 2", lambda: re.compile("*a"))
T = datetime.datetime
D = T(2020, 2, 29, 13, 5, 9, 123456)
case("datetime", lambda: [D, str(D), D.isoformat(), D + datetime.timedelta(days=1, hours=12), D - T(2019, 1, 1), str(D - T(2020, 3, 1)), D.strftime("%Y-%m-%d %H:%M:%S %j %A %b %p %I %f %y %U %W %%"), D.weekday(), D.isocalendar(), D.date(), D.replace(year=2021, day=1), T.strptime("03/04/21 05:06", "%d/%m/%y %H:%M"), D < T(2021, 1, 1), datetime.timedelta(seconds=-1), str(datetime.timedelta(days=-1, seconds=3)), datetime.timedelta(1) / 2, datetime.timedelta(hours=5).total_seconds(), datetime.date(2021, 1, 3).isocalendar(), datetime.time(1, 2, 3), T.fromtimestamp(0, datetime.timezone.utc), datetime.date(2020, 1, 31) - datetime.date(2019, 12, 1)])
case("strptime", lambda: T.strptime("x", "%Y"))
case("strptime rest", lambda: T.strptime("2020 x", "%Y"))
case("struct", lambda: [struct.pack("<hIf", -2, 3, 1.5), struct.unpack(">Hd", struct.pack(">Hd", 7, 2.0)), struct.calcsize("bi"), struct.unpack("<2s", b"ab")])
case("hash", lambda: [hashlib.md5(b"a").hexdigest(), hashlib.sha256(b"").hexdigest(), zlib.crc32(b"hello"), zlib.adler32(b"hello")])
case("heap", lambda: [heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, [3, 1, 2]), bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2)])
case("statistics", lambda: [statistics.mean([1, 2, 3, 4]), statistics.mean([1, 3]), statistics.median([1, 3, 2]), statistics.median([1, 2, 3, 4]), statistics.stdev([1.5, 2.5, 4.0]), statistics.pvariance([1.0, 2.0, 3.0]), statistics.mode([1, 2, 2])])
case("string", lambda: [string.Template("$a ${b} $$").substitute(a=1, b="x"), string.capwords("hello  world"), string.printable])
case("pprint", lambda: pprint.pformat({"b": list(range(30)), "a": {"x" * 20: "y" * 60, "z": (1, 2)}}))
case("stringio", lambda: [io.StringIO("a\nb\nc").readlines(), io.StringIO("abc").read(2), io.BytesIO(b"a\nb").readline()])


def parser():
    p = argparse.ArgumentParser(prog="train.py", description="Trains a model on data that is given, and writes what it has learnt into a folder.", epilog="That is all.")
    p.add_argument("data", help="where the data is")
    p.add_argument("more", nargs="*")
    p.add_argument("--learning_rate", "-lr", type=float, default=0.01, help="size of a step (default: %(default)s)")
    p.add_argument("--epochs", type=int, default=10, metavar="N", help="how often all of the data is seen, which is a long text that must be wrapped")
    p.add_argument("--verbose", "-v", action="store_true")
    p.add_argument("--mode", choices=["a", "b"], default="a", help="100%% sure")
    g = p.add_argument_group("other things", "Of another kind.")
    g.add_argument("--size", nargs=2, type=int)
    return p


case("argparse help", lambda: parser().format_help())
case("argparse usage", lambda: parser().format_usage())
for i, args in enumerate([["x"], ["x", "y", "z", "--epochs", "3", "-lr=0.5"], ["-v", "x", "--size", "1", "2"], ["--learn", "1", "x", "--mode=b"], ["-v", "-v", "x"], ["--epochs", "-1", "x"]]):
    case("argparse %d" % i, lambda: parser().parse_args(args))
for i, args in enumerate([[], ["x", "--epochs", "a"], ["x", "--mode", "c"], ["x", "--no"], ["x", "--size", "1"], ["x", "--epochs"]]):
    def run():
        err, sys.stderr = sys.stderr, io.StringIO()
        try:
            parser().parse_args(args)
        except SystemExit as e:
            return e.code, sys.stderr.getvalue().splitlines()[-1]
        finally:
            sys.stderr = err
    case("argparse error %d" % i, run)
json.dump(OUT, sys.stdout, indent=1, sort_keys=True)
print()
