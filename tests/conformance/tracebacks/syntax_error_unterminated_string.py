# tests/conformance/tracebacks/syntax_error_unterminated_string.py: a string without an end.
print("never")
x = "no end
