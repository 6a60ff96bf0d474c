# tests/conformance/pickle/by_name.py: functions and classes are written by name.
import math
import os.path
import pickle

def function():
    pass

class Outer:
    class Inner:
        def method(self):
            pass

    @classmethod
    def of_class(cls):
        return cls.__name__

    @staticmethod
    def static():
        pass

    def bound(self):
        return "bound"

values = [function, Outer, Outer.Inner, Outer.Inner.method, Outer.of_class, Outer.static, len, int,
          ValueError, type(None), math.sqrt, str.upper, print, pickle.loads, object.__init__]
for value in values:
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(protocol, data)
        back = pickle.loads(data)
    print(back == value)
print(pickle.loads(pickle.dumps(Outer().bound))(), pickle.loads(pickle.dumps([1].append)))
print(pickle.loads(pickle.dumps(Outer.of_class))(), pickle.loads(pickle.dumps("a b".split))())
