# tests/conformance/tracebacks/syntax_error_assign_to_literal.py: assignment to a literal.
5 = x
