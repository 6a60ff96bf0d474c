# tests/conformance/tracebacks/syntax_error_return_outside.py: `return` outside a function.
x = 1
return x
