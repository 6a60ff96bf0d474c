# Numbers by __index__: sequences repeat by them after the own method passes; ranges keep ints.
class Count:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __mul__(self, other):
        return NotImplemented


class Odd(int):
    def __repr__(self):
        return f"Odd({int(self)})"


print(Count(3) * "ab", Count(2) * [1], Count(0) * (1,), "x" * Count(2))
print(range(Odd(3)), range(Odd(1), Odd(7), Odd(2)), range(Count(2)), range(True))
print(type(range(Odd(3)).stop), slice(Odd(2)))
try:
    Count(2) * 1.5
except TypeError as error:
    print(error)
