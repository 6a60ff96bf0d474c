# tests/conformance/random/randint_and_randrange.py: whole numbers from ranges of all sizes.
import random

random.seed(12)
print([random.randint(1, 6) for _ in range(20)])
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(10)], [random.randrange(10, 0, -3) for _ in range(5)])
print(random.randint(-10 ** 30, 10 ** 30), random.randrange(2 ** 64), random.randint(5, 5))
for f in (lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(3, 3), lambda: random.randrange(1, 5, 0)):
    try:
        f()
    except ValueError as e:
        print(e)
