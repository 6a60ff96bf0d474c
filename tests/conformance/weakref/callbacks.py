# tests/conformance/weakref/callbacks.py: call-backs come when the target dies, the newest first, after __del__.
import weakref


class Thing:
    def __del__(self):
        print("del", reference() is self)


def tell(name):
    return lambda dead: print("call-back", name, dead())


thing = Thing()
reference = weakref.ref(thing, tell("first"))
second = weakref.ref(thing, tell("second"))
third = weakref.ref(thing, tell("third"))
del second
weakref.ref(thing, tell("nobody keeps it"))
del thing
print("dead", reference)


class Plain:
    pass


def lists():
    kept = []
    things = [Plain() for _ in range(3)]
    for number, each in enumerate(things):
        kept.append(weakref.ref(each, tell(number)))
    each = None
    things.pop(1)
    print("popped")
    things.clear()
    print("cleared")


lists()


def fails(dead):
    1 / 0


plain = Plain()
failing = weakref.ref(plain, fails)
del plain
print("went on")
