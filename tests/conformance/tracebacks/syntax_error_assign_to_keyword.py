# tests/conformance/tracebacks/syntax_error_assign_to_keyword.py: assignment to True and None.
None = 1
