# tests/conformance/language/imports_of_modelled_modules.py: the forms of `import`, and their
# errors.
import math
import math as m
from math import sqrt, floor as fl
import random, time

print(m is math, sqrt is math.sqrt, fl(2.7), math.__name__, type(time).__name__)
print(time)
try:
    from math import nothing_like_it
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    math.absent
except AttributeError as e:
    print(e)


def inside():
    from random import Random
    return Random.__name__


print(inside())
