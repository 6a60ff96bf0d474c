# tests/conformance/tracebacks/syntax_error_after_backslash.py: something after a line-joining
# backslash.
x = 1 + \ 2
