# tests/conformance/tracebacks/syntax_error_keyword_order.py: a positional argument after a
# keyword argument.
f(a=1, 2)
