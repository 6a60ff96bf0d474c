# tests/conformance/classes/iterator_protocol.py: a class with `__iter__` and `__next__`,
# exhausted and restarted.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): print("iter"); return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


c = Countdown(3)
for x in c:
    print(x)
    if x == 1:
        break
print(list(c), list(c), next(c, "default"))
try:
    next(c)
except StopIteration as e:
    print("stop", e.value)


class NotIterator:
    def __iter__(self): return 5


try:
    iter(NotIterator())
except TypeError as e:
    print(e)
