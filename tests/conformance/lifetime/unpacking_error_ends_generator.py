# tests/conformance/lifetime/unpacking_error_ends_generator.py: a failed unpacking drops the
# iterator before the handler runs.
def g():
    try:
        yield from (1, 2, 3)
    finally:
        print("ended")


try:
    a, b = g()
except ValueError as e:
    print(e)
