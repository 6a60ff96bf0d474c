# tests/conformance/language/with_swallows_exception.py: a true result of `__exit__` swallows the
# exception; a false one lets it through.
class Swallow:
    def __init__(self, result):
        self.result = result

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__ if kind else None)
        return self.result


with Swallow(True):
    raise ValueError("gone")
    print("not reached")
print("after")
try:
    with Swallow(0):
        raise KeyError("stays")
except KeyError as e:
    print("caught", e)
try:
    with Swallow(True), Swallow(False):
        1 / 0
    print("outer swallowed")
except ZeroDivisionError:
    print("never")
