# tests/conformance/tracebacks/syntax_error_lone_else.py: `else` without an `if`.
x = 1
else:
    y = 2
