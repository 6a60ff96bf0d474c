# tests/conformance/tracebacks/syntax_error_delete_call.py: `del` of a call.
del f()
