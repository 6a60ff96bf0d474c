# tests/conformance/tracebacks/syntax_error_fstring_backslash.py: a backslash in a field, not
# allowed in 3.11.
x = f"{'\n'}"
