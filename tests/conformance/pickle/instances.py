# tests/conformance/pickle/instances.py: instances of plain classes: attributes, slots, subclasses
# of built-in types.
import pickle

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

class Slots:
    __slots__ = ("a", "__private")

    def __init__(self):
        self.a, self.__private = 1, 2

class Both(Slots):
    def __init__(self):
        super().__init__()
        self.extra = 3

class MyList(list):
    pass

class MyDict(dict):
    pass

class MyInt(int):
    pass

class MyStr(str):
    pass

class Outer:
    class Inner:
        pass

words = MyList(["a", "b"])
words.name = "words"
table = MyDict(k=1)
table.name = "table"
number = MyInt(7)
number.unit = "m"
for value in (Point(1, [2]), Slots(), Both(), words, table, number, MyStr("text"), Outer.Inner()):
    for protocol in range(6):
        try:
            data = pickle.dumps(value, protocol)
        except TypeError as error:
            print(protocol, type(error).__name__, error)
            continue
        back = pickle.loads(data)
        print(protocol, data, type(back).__name__, getattr(back, "__dict__", None))
print([pickle.loads(pickle.dumps(Both())).a, pickle.loads(pickle.dumps(words))])
