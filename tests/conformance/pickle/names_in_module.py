# tests/conformance/pickle/names_in_module.py: names of the module; classes that were not
# initialised.
import io
import pickle

print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version)
print(pickle.Pickler, pickle.Unpickler, pickle.PickleError.__mro__)
print(pickle.PicklingError.__bases__, pickle.UnpicklingError.__bases__)

class Writer(pickle.Pickler):
    def __init__(self):
        pass

class Reader(pickle.Unpickler):
    def __init__(self):
        pass

for call in (lambda: Writer().dump(1), lambda: Reader().load()):
    try:
        call()
    except pickle.PickleError as error:
        print(type(error).__name__, error)
print(pickle.loads(bytearray(pickle.dumps(5))), pickle.loads(memoryview(pickle.dumps(6))))
print(pickle.dumps([1], protocol=-1), pickle.dumps("a", protocol=None))
