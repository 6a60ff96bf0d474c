# tests/conformance/copy/told_to_copyreg.py: copyreg.pickle says how objects of a class are copied.
import copy
import copyreg


class Wire:
    def __init__(self, length):
        self.length = length


def take_apart(wire):
    print("take apart", wire.length)
    return Wire, (wire.length + 1,)


copyreg.pickle(Wire, take_apart)
print(copy.copy(Wire(1)).length, copy.deepcopy(Wire(5)).length)
print(Wire in copyreg.dispatch_table, copy.deepcopy(1 + 2j))
print(Wire(3).__reduce_ex__(4)[0])
for give in (lambda: copyreg.pickle(Wire, 1), lambda: copyreg.constructor("x")):
    try:
        give()
    except TypeError as error:
        print(error)
