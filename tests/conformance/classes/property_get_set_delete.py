# tests/conformance/classes/property_get_set_delete.py: properties with getter, setter, deleter,
# and their errors.
class T:
    def __init__(self):
        self._c = 0

    @property
    def c(self):
        "degrees"
        return self._c

    @c.setter
    def c(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value

    @c.deleter
    def c(self):
        print("deleted")
        self._c = None

    @property
    def f(self):
        return self.c * 9 / 5 + 32


t = T()
t.c = 100
print(t.c, t.f, T.c.__doc__)
del t.c
print(t.c)
for attempt in (lambda: setattr(t, "f", 1), lambda: setattr(t, "c", -300), lambda: delattr(t, "f")):
    try:
        attempt()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
