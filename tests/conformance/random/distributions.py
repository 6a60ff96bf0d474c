# tests/conformance/random/distributions.py: uniform, gauss, expovariate and others.
import random

random.seed(7)
print([random.uniform(1, 10) for _ in range(3)], random.uniform(5, -5), random.triangular(0, 10, 3))
print([random.gauss(0, 1) for _ in range(5)])
print(random.normalvariate(10, 2), random.expovariate(1.5), random.betavariate(2, 3))
