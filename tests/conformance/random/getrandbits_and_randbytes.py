# tests/conformance/random/getrandbits_and_randbytes.py: raw bits of any number.
import random

random.seed(5)
print([random.getrandbits(k) for k in (1, 8, 31, 32, 33, 64, 100, 0)], random.randbytes(5))
try:
    random.getrandbits(-1)
except ValueError as e:
    print(e)
