# tests/conformance/tracebacks/syntax_error_generator_parenthesis.py: a generator expression that
# needs parentheses.
print(x for x in [1], 2)
