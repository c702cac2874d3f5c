# -*- coding: utf-8 -*-
"""Module doc.

Second."""
from __future__ import print_function
import tensorflow as tf, os, sys
import numpy as np
from sklearn.datasets import load_iris

class Base(object):
    """A base."""
    count = 0
    def __init__(self, n, name="x", *args, **kwargs):
        self.n = n
        self.name = name
        self.items = []
        Base.count += 1

    @property
    def double(self):
        return self.n * 2

    @staticmethod
    def make(a, b=2):
        return Base(a)

    @classmethod
    def other(cls, a):
        return cls(a)

    def __call__(self, x):
        return x + self.n

    def run(self, k, flag=False):
        # a comment
        if flag: return self.double
        for i in range(k):
            if i == 3: break
            self.items.append(i)
        else:
            print("no break")
        return [x * 2 for x in self.items if x % 2 == 0]

class Child(Base):
    def __init__(self, n):
        super(Child, self).__init__(n, name="child")
        self.extra = {"a": 1, 'b c': 2}

    def run(self, k, flag=True):
        def inner(z):
            return z + self.n
        return Base.run(self, k, flag=flag), inner(3)

def f(a, b=[], *args, **kw):
    b.append(a)
    return b, args, kw

c = Child(3)
print(c.run(2), c(5), Base.count, Child.make(1).double)
print(f(1), f(2, [5], 6, 7, z=1))
try:
    x = 1 / 0
except ZeroDivisionError as e:
    print("err", e)
except (ValueError, KeyError):
    raise
else:
    print("fine")
finally:
    print("done")
with open("f.txt", "w") as fh:
    fh.write("a")
d = {}
for k, v in sorted(d.items(), key=lambda kv: kv[1], reverse=True):
    print("%s: %.2f" % (k, v))
i = 0
while i < 10:
    i += 1
    if i == 5:
        continue
g = (x ** 2 for x in range(10))
print(sum(g), max(1, 2), "a,b".split(","), "x" in "xyz", 3 in [1, 2], not d)
s = "abc"[1:] + str(5)
m = {k: v for k, v in zip("ab", [1, 2])}
a, (b, *rest) = 1, (2, 3, 4)
total = 0.0
for q in [1.5, 2.5]:
    total += q
print(total, total / 2, f"{total:.3f} {s!r} {i}", -7 // 2, 2 ** 10, 1 < i <= 20)
assert i > 3, "bad %d" % i
lst = [1, 2, 3]
lst[1:2] = [7, 8]
del lst[0]
x, y = 1, 2
x, y = y, x
print(lst[-1], x if x > 1 else y)
global_step = None
def setter():
    global global_step
    global_step = 5
setter()
print(global_step)
if __name__ == '__main__':
    print("main", sys.argv[0])
