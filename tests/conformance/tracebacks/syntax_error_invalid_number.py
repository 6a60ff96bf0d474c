# tests/conformance/tracebacks/syntax_error_invalid_number.py: numbers that end in letters or have
# wrong digits.
x = 12abc
