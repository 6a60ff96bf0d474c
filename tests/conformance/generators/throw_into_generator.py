# tests/conformance/generators/throw_into_generator.py: an exception thrown in is raised at the
# yield, and may be caught there.
def g():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "from except"


it = g()
print(next(it))
print(it.throw(ValueError("v")))
print(next(it))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("out", repr(e))
print(list(it))
fresh = g()
try:
    fresh.throw(ValueError("not started"))
except ValueError as e:
    print(e)
