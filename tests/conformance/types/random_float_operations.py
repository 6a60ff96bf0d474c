# tests/conformance/types/random_float_operations.py: thousands of operations on floats and ints.
import math
import random

source = random.Random(46)
operations = {
    "a + b": lambda a, b: a + b,
    "a - b": lambda a, b: a - b,
    "a * b": lambda a, b: a * b,
    "a / b": lambda a, b: a / b,
    "a // b": lambda a, b: a // b,
    "a % b": lambda a, b: a % b,
    "divmod(a, b)": divmod,
    "a < b": lambda a, b: a < b,
    "a == b": lambda a, b: a == b,
    "a >= b": lambda a, b: a >= b,
}
special = [0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, 1.7976931348623157e308, 0.5, 2.5]


def number():
    kind = source.random()
    if kind < 0.15:
        return source.choice(special)
    if kind < 0.3:
        return source.randrange(-10 ** 6, 10 ** 6) / source.choice((2, 4, 8, 100, 1000))
    if kind < 0.5:
        value = source.getrandbits(source.choice((5, 40, 53, 54, 64, 100, 1030)))
        return -value if source.random() < 0.5 else value
    return math.ldexp(source.uniform(-1, 1), source.randrange(-80, 80))


def show(value):
    return "nan" if value != value else repr(value)


total = 0
for count in range(6000):
    a, b = number(), number()
    name = source.choice(list(operations))
    try:
        result = operations[name](a, b)
    except (ZeroDivisionError, OverflowError) as error:
        result = str(error)
    text = repr(result)
    total = (total * 31 + sum(text.encode())) % 1000000007
    if count % 500 == 0:
        print(name, text[:60], total)
for count in range(2000):
    value = math.ldexp(source.uniform(-1, 1), source.randrange(-90, 90))
    digits = source.randrange(-5, 20)
    try:
        result = round(value, digits)
        result = (result, round(value), math.floor(value))
    except (ValueError, OverflowError) as error:
        result = str(error)
    total = (total * 31 + sum(repr(result).encode())) % 1000000007
    if value - value == 0:
        assert float(repr(value)) == value and float.fromhex(value.hex()) == value
        numerator, denominator = value.as_integer_ratio()
        assert numerator / denominator == value
        assert hash(value) == hash(value + 0j)
        if value == int(value):
            assert hash(value) == hash(int(value))
print(total)
