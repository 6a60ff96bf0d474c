# tests/conformance/tracebacks/zero_division.py: division by zero in a nested expression.
def mean(values): return sum(values) / len(values)
print(mean([1, 2]))
print(mean([]))
