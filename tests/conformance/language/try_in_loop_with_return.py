# tests/conformance/language/try_in_loop_with_return.py: a `return` in a `finally` replaces the
# one before, and swallows the exception.
def f():
    for i in range(3):
        try:
            return "try", i
        finally:
            print("finally", i)


def g():
    try:
        1 / 0
    finally:
        return "swallowed"


def h():
    x = 1
    try:
        return x
    finally:
        x = 2


print(f(), g(), h())
