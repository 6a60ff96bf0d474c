# tests/conformance/tracebacks/reraised.py: a re-raised exception keeps its first entries.
def f():
    raise ValueError("original")


def g():
    try:
        f()
    except ValueError:
        print("on the way")
        raise


g()
