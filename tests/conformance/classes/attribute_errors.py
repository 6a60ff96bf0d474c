# tests/conformance/classes/attribute_errors.py: the texts of attribute errors, with suggestions
# only in tracebacks.
class Thing:
    __slots__ = ()
    colour = 1


class Free:
    pass


for f in (lambda: Thing().color, lambda: Free().x, lambda: Free.y, lambda: (5).z, lambda: [].push, lambda: "s".foo,
          lambda: setattr(Thing(), "colour", 2), lambda: setattr(5, "x", 1), lambda: None.go,
          lambda: setattr(int, "x", 1), lambda: delattr(Free(), "x"), lambda: {}.a, lambda: print.x):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
