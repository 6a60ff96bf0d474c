# tests/conformance/weakref/dictionaries.py: WeakValueDictionary and WeakKeyDictionary forget what died.
import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Image({self.name})"


cache = weakref.WeakValueDictionary()
images = [Image(name) for name in "abcd"]
for image in images:
    cache[image.name] = image
del image
print(list(cache), list(cache.items()), len(cache))
images.pop(1)
print(list(cache), "b" in cache, cache.get("b", "none"), cache["a"])
try:
    cache["b"]
except KeyError as error:
    print("KeyError", error)
print(cache.pop("a"), cache.pop("a", None), cache.setdefault("c", 1), len(cache))
images.clear()
print(len(cache), list(cache.values()))

notes = weakref.WeakKeyDictionary()
first, second = Image("1"), Image("2")
notes[first] = "one"
notes[second] = "two"
print(dict(notes), first in notes, 3 in notes, notes.get(first), len(notes.keyrefs()))
del first
print(list(notes.items()), len(notes))
for name in ("WeakValueDictionary", "WeakKeyDictionary"):
    print(repr(getattr(weakref, name)()).split(" at ")[0])
for each in notes:
    second = None
print(len(notes), each)
del each
print(len(notes))
