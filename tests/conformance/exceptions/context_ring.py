# tests/conformance/exceptions/context_ring.py: a context that comes back to itself does not hang; notes that are no list.
def ring():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


try:
    ring()
except TypeError as error:
    first = error.__context__
    print(repr(first), first.__context__ is first)
error = ValueError(1)
error.add_note("first")
error.__notes__ = 42
for note in ("second", 3):
    try:
        error.add_note(note)
    except TypeError as refused:
        print(refused)
