# tests/conformance/copy/protocols.py: __copy__, __deepcopy__, __reduce__, __getstate__ and what cannot be copied.
import copy
import threading


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return ("deep", type(memo))


class Reduced:
    def __init__(self, value):
        self.value = value
        print("made with", value)

    def __reduce__(self):
        return (Reduced, (self.value,))


class States:
    def __init__(self):
        self.connection = object()
        self.value = [1]

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.connection = None


print(copy.copy(Own()), copy.deepcopy(Own()), copy.deepcopy([Own()]))
reduced = Reduced([1])
print(copy.copy(reduced).value is reduced.value, copy.deepcopy(reduced).value is reduced.value)
states = States()
print(vars(copy.copy(states)), copy.deepcopy(states).value is states.value)
for bad in (lambda: copy.copy(value for value in ()), lambda: copy.deepcopy(copy)):
    try:
        bad()
    except TypeError as error:
        print(error)
try:
    copy.deepcopy({"lock": threading.Lock()})
except TypeError as error:
    print("TypeError")
print(copy.Error is copy.error, issubclass(copy.Error, Exception))
