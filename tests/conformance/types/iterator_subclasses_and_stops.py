# tests/conformance/types/iterator_subclasses_and_stops.py: classes over map, zip, enumerate and filter
# with a __next__ of their own; functions that end a map by StopIteration.
class M(map):
    def __next__(self):
        return ("m", super().__next__())
class Z(zip):
    def __next__(self):
        return ("z", super().__next__())
class E(enumerate):
    def __next__(self):
        return ("e", super().__next__())
class F(filter):
    def __next__(self):
        return ("f", super().__next__())
def one(x): return x + 1
for kind in (lambda: M(one, [1, 2]), lambda: Z([1, 2], [3, 4]), lambda: E("ab"), lambda: E([7, 8]), lambda: F(one, [0, -1, 5])):
    for item in kind():
        print(item)
    print(list(kind()), next(kind()))
def stops(x):
    if x == 2: raise StopIteration
    return x
for item in map(stops, [1, 2, 3]): print(item)
print(list(map(stops, [1, 2, 3])))
print(list(map(lambda x, y: (x, y), [1, 2], (y for y in "abc"))), list(filter(None, [0, 1, "", 2])), list(filter(bool, (0, 3))))
try: 
    for x in map(1, [1]): print(x)
except TypeError as e: print(e)
try: list(zip([1], (x for x in [1, 2]), strict=True))
except ValueError as e: print(e)
def g():
    for x in map(lambda v: v * 2, range(3)): yield x
print(list(g()))
