# tests/conformance/classes/context_manager_class.py: a class as context manager sees the
# exception's type and value.
class Timer:
    log = []

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, trace):
        self.log.append((kind.__name__ if kind else None, str(value)))
        return kind is KeyError


for exc in (None, KeyError("k"), ValueError("v")):
    try:
        with Timer() as t:
            if exc:
                raise exc
    except ValueError:
        t.log.append("outside")
print(Timer.log)
