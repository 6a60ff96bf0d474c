# tests/conformance/tracebacks/syntax_error_lambda_assignment.py: assignment inside an expression.
print(a + 1 = 2)
