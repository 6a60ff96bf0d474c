# tests/conformance/random/long_sequence_checksum.py: thousands of numbers agree, over several
# refills of the generator.
import random

random.seed(2024)
total = 0
for i in range(3000):
    total = (total * 31 + random.getrandbits(32)) % 1000000007
print(total, sum(random.random() for _ in range(1000)), sum(random.randint(0, 9) for _ in range(1000)))
