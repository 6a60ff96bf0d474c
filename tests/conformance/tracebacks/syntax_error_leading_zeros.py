# tests/conformance/tracebacks/syntax_error_leading_zeros.py: a decimal number with leading zeros.
x = 0123
