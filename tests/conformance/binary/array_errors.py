# tests/conformance/binary/array_errors.py: what an array refuses, and in which words.
from array import array

for code in "bBhHiIlLqQfd":
    a = array(code)
    for value in (-2**70, -1, 2**8, 2**16, 2**32, 2**64, 1.5, "x"):
        try:
            a.append(value)
        except Exception as error:
            print(code, value, type(error).__name__, error)
a = array("i", [1, 2, 3])
for action in (lambda: a[5], lambda: a.__setitem__(5, 1), lambda: a.pop(9), lambda: a.remove(9),
               lambda: array("i").pop(), lambda: a.index(9), lambda: array("z"), lambda: array(3),
               lambda: array(), lambda: array("i", 3), lambda: array("i", "abc"), lambda: a + [1],
               lambda: a.extend(array("d", [1.0])), lambda: a["x"],
               lambda: a.__setitem__(slice(0, 1), [1]), lambda: a.frombytes(b"abc"),
               lambda: a.fromlist(["x"]), lambda: array("i", b"abc"), lambda: a * "x"):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
