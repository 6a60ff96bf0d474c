# tests/conformance/imports/failing.py: a module whose function raises.
def divide(dividend, divisor):
    return dividend / divisor
