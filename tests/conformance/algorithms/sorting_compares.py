# Which items sorting compares and in which order, with runs, equals, and NaNs among floats.
import functools
import random


class Watched:
    compared = []

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Watched.compared.append((self.value, other.value))
        return self.value < other.value


def digest(pairs):
    total = 0
    for left, right in pairs:
        total = (total * 31 + hash(left) * 7 + hash(right)) % 1000000007
    return len(pairs), total


def make(chance, count, kind):
    if kind == 0:
        return [chance.randrange(10) for _ in range(count)]
    if kind == 1:
        return [chance.random() for _ in range(count)]
    if kind == 2:
        values = list(range(count))
        for _ in range(3):
            values[chance.randrange(count)] = chance.randrange(count)
        return values
    if kind == 3:
        values = []
        while len(values) < count:
            run = sorted(chance.randrange(1000) for _ in range(chance.randrange(1, 80)))
            values += run if chance.random() < .6 else run[::-1]
        return values[:count]
    return [index // 50 if chance.random() < .98 else chance.randrange(20)
            for index in range(count)]


chance = random.Random(11)
for count in (1, 2, 3, 7, 40, 63, 64, 65, 130, 400):
    for kind in range(5):
        items = [Watched(value) for value in make(chance, count, kind)]
        for reverse in (False, True):
            Watched.compared = []
            made = sorted(items, reverse=reverse)
            print(count, kind, reverse, digest(Watched.compared),
                  digest([(item.value, 0) for item in made]))


def tell(left, right):
    print(left, "with", right)
    return (left > right) - (left < right)


print(sorted([5, 2, 9, 2, 7], key=functools.cmp_to_key(tell)))
nan = float("nan")
print(sorted([20.7, nan, 14.4, 18.3, 19.2, nan]))
print(sorted([nan, 3.0, nan, 1.0, 2.0], reverse=True))
print(max(nan, 1.0), min(nan, 1.0), sorted([1, nan, 0, 2]))
