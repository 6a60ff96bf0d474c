# tests/conformance/random/gauss_keeps_second_value.py: gauss makes two values at a time, and seed
# forgets the second.
import random

random.seed(1)
print(random.gauss(0, 1), random.random(), random.gauss(0, 1))
random.seed(1)
print(random.gauss(5, 2))
random.seed(1)
print(random.gauss(5, 2), random.gauss())
