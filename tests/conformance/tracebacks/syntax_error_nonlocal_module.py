# tests/conformance/tracebacks/syntax_error_nonlocal_module.py: `nonlocal` at module level.
nonlocal x
