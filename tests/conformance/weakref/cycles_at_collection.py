# tests/conformance/weakref/cycles_at_collection.py: what is in a cycle dies at gc.collect(), and its references know.
import gc
import weakref


class Ring:
    pass


ring = Ring()
ring.me = ring
reference = weakref.ref(ring, lambda dead: print("gone", dead()))
del ring
print(reference() is None)
gc.collect()
print(reference() is None)
first, second = Ring(), Ring()
first.other, second.other = second, first
kept = [weakref.ref(first), weakref.ref(second)]
del first
gc.collect()
print([each() is None for each in kept])
del second
gc.collect()
print([each() is None for each in kept])
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
