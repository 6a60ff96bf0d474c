# tests/conformance/exceptions/raise_from_sets_cause.py: explicit and implicit chaining set
# `__cause__`, `__context__` and the suppress flag.
def show(e):
    print(repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)


for how in range(4):
    try:
        try:
            raise KeyError("first")
        except KeyError as k:
            if how == 0:
                raise ValueError("second")
            if how == 1:
                raise ValueError("second") from k
            if how == 2:
                raise ValueError("second") from None
            raise
    except Exception as e:
        show(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    show(e)
