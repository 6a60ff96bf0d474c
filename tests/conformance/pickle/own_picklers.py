# tests/conformance/pickle/own_picklers.py: reducer_override, dispatch tables, copyreg.pickle,
# find_class.
import builtins
import copyreg
import io
import pickle

class Point:
    def __init__(self, x):
        self.x = x

def dumped(pickler_class, value):
    file = io.BytesIO()
    pickler_class(file).dump(value)
    return file.getvalue()

class Override(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, type) and issubclass(obj, Point):
            return str, ("a class",)
        return NotImplemented

class Table(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Point] = lambda point: (Point, (point.x + 100,))

print(dumped(Override, [Point, int]), pickle.loads(dumped(Override, [Point, int])))
print(pickle.loads(dumped(Table, Point(1))).x, pickle.loads(pickle.dumps(Point(1))).x)
copyreg.pickle(Point, lambda point: (Point, (point.x * 2,)))
print(pickle.loads(pickle.dumps(Point(4))).x)
copyreg.add_extension("__main__", "Point", 250)
print(pickle.dumps(Point), pickle.loads(pickle.dumps(Point)) is Point)

class Careful(pickle.Unpickler):
    safe = {"range", "complex", "set"}

    def find_class(self, module, name):
        if module == "builtins" and name in self.safe:
            return getattr(builtins, name)
        raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")

print(Careful(io.BytesIO(pickle.dumps([1, range(15), {2}]))).load())
for data in (b"cos\nsystem\n(S'echo hello'\ntR.", pickle.dumps(print)):
    try:
        Careful(io.BytesIO(data)).load()
    except pickle.UnpicklingError as error:
        print(error)
