# tests/conformance/tracebacks/syntax_error_indent_expected.py: a block without a body.
if True:
print("x")
