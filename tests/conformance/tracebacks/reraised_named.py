# tests/conformance/tracebacks/reraised_named.py: `raise e` adds an entry for the line that raises
# again.
def f():
    try:
        raise ValueError("original")
    except ValueError as e:
        saved = e
    raise saved


f()
