# tests/conformance/tracebacks/syntax_error_yield_outside.py: `yield` outside a function.
class C:
    yield 1
