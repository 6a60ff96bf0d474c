# tests/conformance/generators/generator_attributes.py: name, state attributes and repr of a
# generator.
def g():
    yield 1


it = g()
print(it.__name__, it.__qualname__, it.gi_running, it.gi_frame is not None, it.gi_yieldfrom)
print(type(it), iter(it) is it)
list(it)
print(it.gi_frame, "<generator object g at 0x" in repr(it), "<genexpr>" in repr(x for x in []))
