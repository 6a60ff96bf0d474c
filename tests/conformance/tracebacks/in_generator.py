# tests/conformance/tracebacks/in_generator.py: an exception inside a generator that is iterated
# by a loop.
def numbers():
    yield 1
    yield 1 / 0


for n in numbers():
    print(n)
