# tests/conformance/tracebacks/syntax_error_unclosed_bracket.py: a bracket that was never closed.
print("never")
x = [1, 2,
y = 3
