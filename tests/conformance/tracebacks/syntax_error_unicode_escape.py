# tests/conformance/tracebacks/syntax_error_unicode_escape.py: an escape that is cut short.
x = "\x4"
