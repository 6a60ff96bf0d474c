# tests/conformance/tracebacks/syntax_error_assign_in_condition.py: `=` where `==` was meant.
x = 1
if x = 2:
    pass
