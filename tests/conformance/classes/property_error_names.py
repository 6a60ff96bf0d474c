# tests/conformance/classes/property_error_names.py: errors of properties name the class in full.
def local():
    class Point:
        @property
        def x(self):
            return 1

        y = property(None, lambda self, value: None)

    return Point()


class Outer:
    class Inner:
        @property
        def x(self):
            return 1


for thing in (local(), Outer.Inner()):
    for statement in ("thing.x = 1", "del thing.x", "thing.y"):
        try:
            exec(statement)
        except AttributeError as error:
            print(error)
