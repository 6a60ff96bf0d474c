# tests/conformance/pickle/keys_with_own_equality.py: keys and items whose class has its own
# __hash__ and __eq__.
import pickle

class Key:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)

values = [{Key("a"): 1, Key("b"): 2}, {Key("a"), Key("b")}, frozenset([Key("a")])]
for protocol in range(6):
    back = pickle.loads(pickle.dumps(values, protocol))
    print(back[0][Key("b")], Key("a") in back[1], Key("a") in back[2], len(back[1]))
