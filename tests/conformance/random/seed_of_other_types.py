# tests/conformance/random/seed_of_other_types.py: seeds of strings, bytes and floats.
import random

for seed in ("hello", "", "ação", b"bytes", 1.5, -0.0, "a" * 100):
    random.seed(seed)
    print(repr(seed)[:20], random.random(), random.randint(1, 1000))
try:
    random.seed((1, 2))
except TypeError as e:
    print(e)
