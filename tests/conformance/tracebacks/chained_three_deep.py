# tests/conformance/tracebacks/chained_three_deep.py: three exceptions, linked by cause and by
# context.
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
except ValueError:
    raise KeyError("third")
