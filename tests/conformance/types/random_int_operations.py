# tests/conformance/types/random_int_operations.py: thousands of operations on ints of every size.
import random

source = random.Random(20240607)
operations = {
    "a + b": lambda a, b: a + b,
    "a - b": lambda a, b: a - b,
    "a * b": lambda a, b: a * b,
    "a // b": lambda a, b: a // b,
    "a % b": lambda a, b: a % b,
    "a & b": lambda a, b: a & b,
    "a | b": lambda a, b: a | b,
    "a ^ b": lambda a, b: a ^ b,
    "a / b": lambda a, b: a / b,
    "divmod(a, b)": divmod,
    "a < b": lambda a, b: a < b,
    "a == b": lambda a, b: a == b,
    "a >= b": lambda a, b: a >= b,
}


def number():
    bits = source.choice((4, 20, 47, 48, 49, 63, 64, 65, 112, 113, 200, 900, 3000))
    value = source.getrandbits(bits)
    if source.random() < 0.2:
        value = (1 << bits) + source.randrange(-2, 3)
    return -value if source.random() < 0.5 else value


total = 0
for count in range(6000):
    a, b = number(), number()
    name = source.choice(list(operations))
    try:
        result = operations[name](a, b)
    except (ZeroDivisionError, OverflowError) as error:
        result = str(error)
    total = (total * 31 + hash(result)) % (2 ** 61 - 1)
    if count % 500 == 0:
        print(name, repr(result)[:70], total)
for count in range(1500):
    a, bits = number(), source.randrange(0, 300)
    assert a << bits == a * 2 ** bits
    assert a >> bits == a // 2 ** bits
    assert ~a == -a - 1
    assert int(str(a)) == a and int(hex(a), 16) == a
    total = (total * 31 + hash(round(a, -source.randrange(0, 40)))) % (2 ** 61 - 1)
    total = (total * 31 + pow(a, source.randrange(0, 9)) % 1000003) % (2 ** 61 - 1)
print(total)
for count in range(300):
    a, b, m = number(), source.getrandbits(source.choice((3, 20, 90))), number()
    try:
        result = pow(a, b if source.random() < 0.7 else -b, m)
    except ValueError as error:
        result = str(error)
    total = (total * 31 + hash(result)) % (2 ** 61 - 1)
print(total)
