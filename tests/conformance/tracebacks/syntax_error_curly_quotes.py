# tests/conformance/tracebacks/syntax_error_curly_quotes.py: a curly quote from a text program.
print(“hello”)
