# tests/conformance/random/independent_generators.py: instances of Random do not disturb each
# other, and their state can be kept.
import random

a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.randint(1, 100), b.randint(1, 100))
state = a.getstate()
first = [a.random() for _ in range(3)]
a.setstate(state)
print(first == [a.random() for _ in range(3)])
random.seed(1)
print(random.random(), random.Random(1).random(), len(state), state[0])
