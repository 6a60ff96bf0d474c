# The right operand is a local or a constant, of every kind that the operation takes or refuses.
def with_locals(left, right):
    results = []
    for operate in (
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a * b,
    ):
        try:
            results.append(operate(left, right))
        except TypeError as error:
            results.append(str(error))
    return results


def with_constants(left):
    results = []
    for operate in (
        lambda a: a + 3,
        lambda a: a - 3,
        lambda a: a * 3,
        lambda a: a % 3,
        lambda a: a + 0.5,
        lambda a: a - 0.5,
        lambda a: a * 0.5,
        lambda a: a % 2.5,
        lambda a: a + "s",
        lambda a: a * 140737488355327,
        lambda a: a % 0,
    ):
        try:
            results.append(operate(left))
        except (TypeError, ZeroDivisionError, MemoryError) as error:
            results.append(str(error))
    return results


class Noisy:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        return f"{self.name}+{other}"

    def __radd__(self, other):
        return f"{other}+{self.name}"

    def __del__(self):
        print("gone", self.name)


def unbound(left, bind):
    if bind:
        right = 1
    return left + right


def dies_between(left):
    right = Noisy("right")
    total = left + right
    del right
    return total


pairs = [(1, 2), (2**47 - 1, 1), (-(2**47), 1), (2**40, 2**40), (1.5, 2), (2, 1.5), (1e308, 1e308),
         ("a", "b"), ("a", 3), ([1], [2]), ([1], 2), (True, 2), (None, 1), (2**80, 5), (5, 2**80)]
for left, right in pairs:
    print(left, right, with_locals(left, right))
for left in (7, -7, True, 2**47 - 1, -(2**47), 2**80, 7.5, "x", "%d", None, [1]):
    try:
        print(left, with_constants(left))
    except ValueError as error:
        print(error)
print(unbound(1, True))
try:
    unbound(1, False)
except UnboundLocalError as error:
    print(error)
print(dies_between(1))
print(dies_between(Noisy("left")))
