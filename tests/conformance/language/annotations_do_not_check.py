# tests/conformance/language/annotations_do_not_check.py: annotations are kept, evaluated for
# module names, never enforced.
x: int = "not an int"
y: float
print(x, __annotations__)
try:
    y
except NameError as e:
    print(e)


def f(a: int, b: "str" = 3, *c: list, d: print = None) -> bool:
    z: undefined_name = 1
    return a


print(f("s"), f.__annotations__ == {"a": int, "b": "str", "c": list, "d": print, "return": bool})
