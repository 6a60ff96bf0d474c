# tests/conformance/tracebacks/syntax_error_two_stars.py: two starred targets.
*a, *b = c
