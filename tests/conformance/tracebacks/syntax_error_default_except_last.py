# tests/conformance/tracebacks/syntax_error_default_except_last.py: a bare `except` that is not
# the last.
try:
    pass
except:
    pass
except ValueError:
    pass
