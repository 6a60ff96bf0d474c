# tests/conformance/tracebacks/syntax_error_mismatched_bracket.py: a bracket closed by another kind.
x = (1, 2]
