# tests/conformance/classes/property_names.py: what a property says of a class inside another.
class Outer:
    class Inner:
        plain = property()

        @property
        def named(self):
            return 1


one = Outer.Inner()
for call in (lambda: one.plain, lambda: setattr(one, "plain", 1), lambda: delattr(one, "plain"),
             lambda: setattr(one, "named", 1), lambda: delattr(one, "named")):
    try:
        print(call())
    except AttributeError as error:
        print(error)
