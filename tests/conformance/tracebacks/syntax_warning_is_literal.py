# tests/conformance/tracebacks/syntax_warning_is_literal.py: warnings of the compiler go to
# standard error, and the script runs.
x = 5
print(x is 5)
print("\d" == "\\d")
assert (x, "always true")
