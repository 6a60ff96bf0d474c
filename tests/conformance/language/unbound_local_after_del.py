# tests/conformance/language/unbound_local_after_del.py: a deleted local is unbound, with
# CPython's text.
def f():
    x = 1
    del x
    return x


try:
    f()
except UnboundLocalError as e:
    print(type(e).__name__, e)


def g():
    print(y)
    y = 1


try:
    g()
except UnboundLocalError as e:
    print(e)


def h():
    def inner():
        return z
    del z
    return inner
    z = 1


try:
    h()
except UnboundLocalError as e:
    print(e)
