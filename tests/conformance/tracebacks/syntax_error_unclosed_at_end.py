# tests/conformance/tracebacks/syntax_error_unclosed_at_end.py: a parenthesis open at the end of
# the file.
def f():
    return (1 +
            2
