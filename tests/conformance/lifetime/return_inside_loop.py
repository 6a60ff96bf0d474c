# tests/conformance/lifetime/return_inside_loop.py: `return` inside a loop drops the iterated
# generator.
def g():
    try:
        yield 1
        yield 2
    finally:
        print("generator ended")


def f():
    for x in g():
        try:
            return x
        finally:
            print("finally of f")


print(f())
