# tests/conformance/pickle/state_methods.py: __getstate__, __setstate__, __reduce__,
# __reduce_ex__, __getnewargs__ and the like.
import pickle

class Connection:
    def __init__(self, host):
        self.host, self.lock = host, lambda: None

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        print("setstate", state)
        self.__dict__.update(state)
        self.lock = "new"

class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,), {"more": True}

class ByProtocol:
    def __reduce_ex__(self, protocol):
        return str, (f"protocol {protocol}",)

class New:
    def __new__(cls, a, b=0):
        self = super().__new__(cls)
        self.made_with = a, b
        return self

    def __getnewargs__(self):
        return self.made_with

class NewKeywords(New):
    def __getnewargs_ex__(self):
        return (self.made_with[0],), {"b": self.made_with[1]}

class NoState:
    def __getstate__(self):
        return None

class Items:
    def __init__(self):
        self.items, self.pairs = [], {}

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.pairs[key] = value

    def __reduce__(self):
        return Items, (), None, iter([1, 2]), iter([("a", 1)])

class Setter:
    def __reduce__(self):
        return Setter, (), {"a": 1}, None, None, set_state

def set_state(obj, state):
    obj.a = state["a"] * 10

for value in (Connection("h"), Reduced(1), ByProtocol(), New(1, 2), NewKeywords(3, b=4), NoState(),
              Items(), Setter()):
    for protocol in range(6):
        try:
            data = pickle.dumps(value, protocol)
            back = pickle.loads(data)
        except TypeError as error:
            print(protocol, type(value).__name__, error)
            continue
        print(protocol, data, back if type(back) is str else back.__dict__)
