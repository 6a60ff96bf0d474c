# tests/conformance/exceptions/star_wraps_a_single_error.py: except* of an error that is no group.
try:
    raise ValueError(1)
except* ValueError as group:
    print(repr(group), group.args, group.exceptions)
try:
    try:
        raise ValueError(1)
    except* ValueError:
        raise KeyError("k")
except ExceptionGroup as group:
    print(repr(group), group.exceptions[0].__context__)
try:
    raise ValueError(1)
except* ValueError:
    raise
