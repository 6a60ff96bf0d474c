# tests/conformance/pickle/reduce_ex.py: what object.__reduce_ex__ and __getstate__ say of
# themselves.
import copyreg

class Plain:
    pass

class Full:
    def __init__(self):
        self.a = 1

class Slots:
    __slots__ = ("s",)

class MyList(list):
    pass

class MyTuple(tuple):
    pass

slots = Slots()
slots.s = 5
for value in (Plain(), Full(), slots, MyList([1]), MyTuple((1,)), ValueError(1, 2)):
    print(value.__getstate__())
    for protocol in range(6):
        try:
            function, args, *rest = value.__reduce_ex__(protocol)
        except TypeError as error:
            print(protocol, error)
            continue
        rest = [list(each) if hasattr(each, "__next__") else each for each in rest]
        print(protocol, function.__name__, args, rest)
print(copyreg.__newobj__(Plain).__class__, copyreg.__newobj_ex__(MyTuple, ((1, 2),), {}))
for bad in ("x", 1.5):
    try:
        Plain().__reduce_ex__(bad)
    except TypeError as error:
        print(error)
