# tests/conformance/tracebacks/syntax_error_continue_outside.py: `continue` outside a loop.
continue
