# tests/conformance/tracebacks/syntax_error_assign_to_call.py: assignment to a call.
f() = 1
