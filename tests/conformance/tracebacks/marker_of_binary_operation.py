# tests/conformance/tracebacks/marker_of_binary_operation.py: the marker covers the operation,
# with ~ for operands and ^ for the operator.
def f(first, second):
    return 10 + first * 2 + (second / 0) + 5


print(f(1, 2))
