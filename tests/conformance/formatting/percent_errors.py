# tests/conformance/formatting/percent_errors.py: what wrong %-formatting says.
for template, args in (("%d", "a"), ("%s %s", 1), ("%s", (1, 2)), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {}), ("%c", "ab"), ("%c", -1), ("%x", 1.5), ("%f", "a"), ("%*d", ("a", 1)), ("%(a", {}), ("no", 1), ("%i", None), ("%d", [])):
    try:
        print(template % args)
    except (ValueError, TypeError, KeyError, OverflowError) as e:
        print(type(e).__name__, e)
