# tests/conformance/formatting/format_errors.py: what wrong format specifications say.
for value, spec in ((1, "s"), ("a", "d"), (1.5, "d"), (1, ".2d"), ("a", "="), ("a", "+"), (1, "c,"), (1.5, "x"), (1, "q"), ("a", "5q"), ([], "5"), (None, "d"), (-1, "c"), (1, ",_"), (1, "5.5"), ({}, "x"), (1, ",x"), (1.5, "5.")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
