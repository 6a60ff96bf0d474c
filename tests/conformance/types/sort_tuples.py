# Keys that are tuples: of ints, strs and others, of classes, of what cannot be compared.
import random
random.seed(3)
L = [(random.choice('abc'), random.randrange(4), random.choice([1.5, 2, 'x' if False else 3])) for _ in range(300)]
print(sorted(L)[:50] == sorted(L, key=lambda t: t)[:50], sorted(L)[10:20], sorted(L, reverse=True)[:5])
print(sorted([(1,), (1, 2), (), (0, 9)]), sorted([(True, 2), (1, 1), (1.0, 0)]))
try:
    sorted([(1, 'a'), (1, 2)])
except TypeError as e:
    print(e)
try:
    sorted([('a',), (1,)])
except TypeError as e:
    print(e)

class T(tuple):

    def __lt__(s, o):
        return len(s) < len(o)
print(sorted([T((3, 4)), T((9,)), T(())]), sorted([(2, T((1, 1))), (2, T((5,)))]))
