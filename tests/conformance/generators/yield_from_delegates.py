# tests/conformance/generators/yield_from_delegates.py: `yield from` passes values, sends, throws
# and the result through.
def inner():
    try:
        x = yield "inner 1"
        print("inner got", x)
        y = yield "inner 2"
        print("inner got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    return "inner result"


def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [10, 20]
    yield from "ab"
    return "outer result"


o = outer()
print(next(o), o.send("A"), o.throw(ValueError("t")), next(o), list(o))


def collect():
    result = yield from outer()
    print(result)


print(list(collect()))
