# tests/conformance/tracebacks/syntax_error_missing_colon.py: a missing colon.
print("never printed")
def f()
    return 1
