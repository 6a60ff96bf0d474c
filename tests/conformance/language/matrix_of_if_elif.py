# tests/conformance/language/matrix_of_if_elif.py: `elif` chains test in order and stop at the
# first truth.
def kind(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    elif n < 100: return "middle"
    else:
        return "big"


print([kind(n) for n in (-5, 0, 3, 42, 1000)])
