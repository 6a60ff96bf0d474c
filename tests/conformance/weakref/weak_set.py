# tests/conformance/weakref/weak_set.py: a WeakSet has only what somebody else keeps.
import weakref


class Observer:
    def __init__(self, name):
        self.name = name

    def update(self, value):
        print(self.name, value)


class Subject:
    def __init__(self):
        self.observers = weakref.WeakSet()

    def notify(self, value):
        for each in sorted(self.observers, key=lambda each: each.name):
            each.update(value)


subject = Subject()
first, second = Observer("first"), Observer("second")
subject.observers.add(first)
subject.observers.add(second)
subject.observers.add(second)
subject.notify(1)
del first
subject.notify(2)
print(len(subject.observers), second in subject.observers, 3 in subject.observers)
subject.observers.discard(second)
print(len(subject.observers), bool(subject.observers))
try:
    subject.observers.remove(second)
except KeyError:
    print("KeyError")
try:
    subject.observers.add(1)
except TypeError as error:
    print(error)
left, right = weakref.WeakSet([second]), weakref.WeakSet([subject])
print(len(left | right), len(left & right), len(left - right), left <= left | right, left == right)
try:
    weakref.WeakSet().pop()
except KeyError as error:
    print(error)
