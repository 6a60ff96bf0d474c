# tests/conformance/tracebacks/syntax_error_print_statement.py: `print` as in Python 2.
print "hello"
