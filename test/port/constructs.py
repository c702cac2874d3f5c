# == Names, numbers, text
# A variable that is set once is a `const`, another one a `let`. Whole floats say that they are floats where others read them.
epochs = 3
rate = 0.5
scale = 2.0
name = "model"
total = 0
total += epochs
print(epochs, rate, scale, name, total, -epochs, not total)

# == Arithmetic
# Plain numbers use JavaScript's operators where these do the same; `py` has Python's for all else.
a, b = 7, -3
print(a + b, a - b, a * b, a / 2, a // b, a % b, a ** 2, 2 ** 70)
x = 5
x *= 2
print(x, abs(b), round(2.5), divmod(a, b), max(a, b), min([3, 1]), sum([1, 2.5]))

# == Comparing
print(a == 7, a != b, 1 < x <= 10, a is None, "a" in "abc", 3 not in [1, 2], [1, 2] == [1, 2.0])
print((a or b), (0 or "empty"), (a and b), not [], bool(0.0))
print("yes" if a > b else "no")

# == Text
word = "hello"
print(word.upper(), word[0], word[-1], word[1:3], word[::-1], len(word), word.replace("l", "L"))
print("a,b,c".split(","), "-".join(["x", "y"]), " pad ".strip(), "abc".find("c"), "7".zfill(3))
print("%d of %s: %.2f" % (3, "n", 0.5), "{} and {name}".format(1, name="two"), f"{word}: {rate:.3f} {a!r}")

# == Lists
numbers = [3, 1, 2]
numbers.append(5)
numbers.insert(0, 9)
numbers[1] = 4
print(numbers, numbers[0], numbers[-1], numbers[1:3], numbers[:2], len(numbers))
numbers.sort()
del numbers[0]
print(numbers, numbers.pop(), sorted(numbers, reverse=True), numbers + [7], [0] * 3, numbers.index(4))
numbers[1:2] = [8, 8]
print(numbers, list(range(4)), list(range(1, 10, 3)), list(reversed(numbers)))

# == Tuples and unpacking
point = (1, 2)
px, py_ = point
first, *rest = [1, 2, 3]
px, py_ = py_, px
print(point, px, py_, first, rest, point[0], (1,))
(p, q), r = (1, 2), 3
print(p, q, r)

# == Dicts and sets
# A dict is a Map whose keys compare as Python's do; a plain object is only ever keyword arguments.
ages = {"ann": 3, "bob": 5}
ages["cy"] = 7
print(ages, ages["ann"], ages.get("dan", 0), "bob" in ages, len(ages), list(ages), sorted(ages.items()))
for key, value in ages.items():
    print(key, value)
print({k: v * 2 for k, v in ages.items() if v > 3}, dict(a=1), ages.pop("ann"), ages)
seen = {1, 2}
seen.add(2)
print(sorted(seen | {5}), 1 in seen, len(set([1, 1, 2])))

# == Comprehensions
print([n * n for n in range(5) if n % 2 == 0], [i + j for i in [1, 2] for j in [10, 20]])
print(sum(n for n in [1, 2, 3]), any(n > 2 for n in [1, 2]), [s.upper() for s in ["a", "b"]])

# == Loops
for i in range(3):
    if i == 1:
        continue
    print(i)
for i, letter in enumerate("ab"):
    print(i, letter)
for u, v in zip([1, 2], ["x", "y"]):
    print(u, v)
n = 0
while True:
    n += 1
    if n > 2:
        break
for i in range(2):
    if i == 5:
        break
else:
    print("not found", n)

# == Functions
def area(w, h=2, *extra, **options):
    """Width times height."""
    return w * h, extra, sorted(options.items())

print(area(3), area(3, h=4), area(1, 2, 3, unit="cm"))
def add_to(item, items=[]):
    items.append(item)
    return items

print(add_to(1), add_to(2))
square = lambda t: t ** 2
print(square(4), list(map(square, [1, 2])))
def counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step

tick = counter()
tick()
print(tick())

# == Generators
def countdown(k):
    while k > 0:
        yield k
        k -= 1

print(list(countdown(3)), next(countdown(9)), next(iter([]), "none"))

# == Classes
class Shape(object):
    """A shape with sides."""
    count = 0

    def __init__(self, sides, name="shape"):
        self.sides = sides
        self.name = name
        Shape.count += 1

    def describe(self, loud=False):
        text = "%s with %d sides" % (self.name, self.sides)
        return text.upper() if loud else text

    @property
    def doubled(self):
        return self.sides * 2

    @staticmethod
    def unit():
        return "cm"

    def __call__(self, k):
        return self.sides + k

    def __str__(self):
        return "<%s>" % self.name

class Square(Shape):
    def __init__(self, length):
        super(Square, self).__init__(4, name="square")
        self.length = length

    def describe(self, loud=False):
        return Shape.describe(self, loud) + "!"

shape = Square(2)
print(shape.describe(), shape.describe(loud=True), shape.doubled, Square.unit(), shape(3), shape, Shape.count)
print(isinstance(shape, Shape), hasattr(shape, "length"), getattr(shape, "color", "none"), type(shape).__name__)

# == Exceptions
class BadInput(ValueError):
    pass

def check(v):
    try:
        if v < 0:
            raise BadInput("negative: %d" % v)
        return 10 // v
    except ZeroDivisionError as e:
        print("zero:", e)
    except (BadInput, KeyError) as e:
        print(type(e).__name__, e)
    else:
        print("unreachable")
    finally:
        print("checked", v)

print(check(5), check(0), check(-1))
try:
    assert False, "assertion text"
except AssertionError as e:
    print(e)
try:
    {}["missing"]
except LookupError as e:
    print("KeyError", e)

# == with
class Block(object):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, trace):
        print("exit", kind is None)
        return True

with Block() as block:
    print("inside", block is not None)
    raise ValueError("swallowed")

# == Modules of Python
import math
import collections
from functools import partial, reduce
import random

random.seed(7)
print(math.sqrt(16), round(math.pi, 4), math.floor(2.7), random.randint(1, 100), random.choice("abc"))
print(collections.Counter("banana").most_common(1), reduce(lambda s, t: s + t, [1, 2, 3]), partial(max, 5)(3))
