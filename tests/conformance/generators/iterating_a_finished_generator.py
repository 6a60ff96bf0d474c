# tests/conformance/generators/iterating_a_finished_generator.py: a generator that raised or
# finished stays finished.
def g():
    yield 1
    raise ValueError("broken")


it = g()
next(it)
for _ in range(2):
    try:
        next(it)
    except (ValueError, StopIteration) as e:
        print(repr(e))
print(list(it))
try:
    it.send(5)
except StopIteration:
    print("stop")
try:
    it.throw(KeyError("late"))
except KeyError as e:
    print(repr(e))
