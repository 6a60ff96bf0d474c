# tests/conformance/random/shuffle_and_sample.py: shuffle in place, sample without replacement.
import random

random.seed(99)
x = list(range(10))
print(random.shuffle(x), x)
print(random.sample(range(1000), 5), random.sample("abcdef", 6), random.sample([1, 2, 3], 0), random.sample(range(10 ** 12), 3))
print(random.sample(list(range(30)), 25), random.sample(["r", "b"], counts=[3, 1], k=3))
try:
    random.sample([1], 2)
except ValueError as e:
    print(e)
