# A module that Meada does not model: a test that uses something of it is skipped.
import unittest


class Absent:
    def __init__(self, name):
        self.name = name

    def _skip(self, *_, **__):
        raise unittest.SkipTest(f"{self.name} is not modelled")

    __call__ = __add__ = __radd__ = __iter__ = __enter__ = __getitem__ = __index__ = _skip
    __lt__ = __sub__ = __mul__ = __int__ = __contains__ = _skip

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.name}.{name}")

    def __mro_entries__(self, bases):
        return (object,)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Absent(f"{__name__}.{name}")
