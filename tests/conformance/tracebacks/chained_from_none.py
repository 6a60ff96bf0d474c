# tests/conformance/tracebacks/chained_from_none.py: `from None` hides what came before.
def read(text):
    try:
        return int(text)
    except ValueError:
        raise KeyError(text) from None


read("abc")
