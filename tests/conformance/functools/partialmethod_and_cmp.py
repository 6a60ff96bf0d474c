# tests/conformance/functools/partialmethod_and_cmp.py: methods with arguments given; keys from a
# comparison.
from functools import *
import operator

class Cell:
    def set_state(self, state): self.s = state; return self
    alive = partialmethod(set_state, True)
print(Cell().alive().s)
print(sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a)))
