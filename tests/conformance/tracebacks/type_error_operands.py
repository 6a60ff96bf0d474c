# tests/conformance/tracebacks/type_error_operands.py: operands that do not fit, in a function.
def total(prices):
    t = 0
    for p in prices:
        t += p
    return t


total([1, 2.5, "3"])
