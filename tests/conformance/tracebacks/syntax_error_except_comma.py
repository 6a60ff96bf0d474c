# tests/conformance/tracebacks/syntax_error_except_comma.py: several exceptions without parentheses.
try:
    pass
except ValueError, KeyError:
    pass
