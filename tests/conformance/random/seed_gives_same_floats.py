# tests/conformance/random/seed_gives_same_floats.py: random() after an integer seed.
import random

for seed in (0, 1, 42, -7, 2 ** 100, True):
    random.seed(seed)
    print(seed, [random.random() for _ in range(3)])
