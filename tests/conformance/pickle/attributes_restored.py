# tests/conformance/pickle/attributes_restored.py: attributes are restored without __setattr__,
# __init__ or properties.
import pickle

class Loud:
    def __init__(self):
        print("init")
        self.a = 1

    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)

class Property:
    def __init__(self):
        self._x = 1
        self.__dict__["x"] = 4

    @property
    def x(self):
        return self._x

class Missing:
    def __getattr__(self, name):
        raise AttributeError(name)

print(pickle.loads(pickle.dumps(Loud())).a)
back = pickle.loads(pickle.dumps(Property()))
print(back.x, back.__dict__)
print(type(pickle.loads(pickle.dumps(Missing()))).__name__)
