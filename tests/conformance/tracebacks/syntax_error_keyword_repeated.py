# tests/conformance/tracebacks/syntax_error_keyword_repeated.py: a keyword argument given twice.
f(a=1, a=2)
