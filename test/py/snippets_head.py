"""What the lines of snippets.txt may use."""
def u(x):
    return x
def f0():
    return 0
def f2(a, b):
    return (a, b)
def fd(a, b=2):
    return (a, b)
def fa(a, *args, **kwargs):
    return (a, args, kwargs)
def fk(a, *, k):
    return (a, k)
class P(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, o):
        return P(self.x + o.x, self.y + o.y)
    def __mul__(self, k):
        return P(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, o):
        return isinstance(o, P) and self.x == o.x and self.y == o.y
    def __hash__(self):
        return hash((self.x, self.y))
    def __lt__(self, o):
        return (self.x, self.y) < (o.x, o.y)
    def __len__(self):
        return 2
    def __getitem__(self, i):
        if i == 0: return self.x
        if i == 1: return self.y
        raise IndexError("P index")
    def __setitem__(self, i, v):
        if i == 0: self.x = v
        else: self.y = v
    def __delitem__(self, i):
        self.y = None
    def __bool__(self):
        return self.x != 0
    def __call__(self, k):
        return (self.x, k)
    def __neg__(self):
        return P(-self.x, -self.y)
    def __abs__(self):
        return self.x + self.y
    def __str__(self):
        return "<%s;%s>" % (self.x, self.y)
    def __repr__(self):
        return "P(%r, %r)" % (self.x, self.y)
    def __format__(self, spec):
        return "F" + spec
    def __int__(self):
        return self.x
    def __float__(self):
        return float(self.x)
    def __index__(self):
        return self.x
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError("no " + name)
class Q(object):
    def __init__(self, v):
        self.v = v
class E1(ValueError):
    pass
class E2(Exception):
    def __init__(self, code):
        super(E2, self).__init__("code %d" % code)
        self.code = code
def raise_(e):
    raise e
class Ctx(object):
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        return 7
    def __exit__(self, t, v, tb):
        print(t.__name__, v, tb is None)
        return self.swallow
def with_(s):
    with Ctx(s) as v:
        print(v)
        raise ValueError("in with")
    return "after"
def gen(n):
    for i in range(n):
        yield i
class It(object):
    def __init__(self, n):
        self.n = n
        self.i = 0
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
class Gi(object):
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
def grow(d):
    for k in d:
        d[k + "x"] = 1
        yield k
def rec(n):
    return rec(n + 1)
def assert_(x):
    assert x, "msg %d" % x
