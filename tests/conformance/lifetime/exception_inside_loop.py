# tests/conformance/lifetime/exception_inside_loop.py: an exception out of a loop keeps the
# generator only while the frame is kept.
def g():
    try:
        yield 1
    finally:
        print("generator ended")


def f():
    for x in g():
        raise ValueError("out")


try:
    f()
except ValueError as e:
    print("handler", e)
print("after")
