# tests/conformance/tracebacks/error_in_condition_and_return.py: the marker in comparisons, calls
# and boolean operators.
def f(a, b):
    if a == 1 and b < "x":
        return True


f(2, 2)
f(1, 2)
