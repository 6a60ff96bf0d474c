# Which iterators tell how many items are left, and who asks for it.
import operator

iterables = {
    "filter": filter(None, [1]), "map": map(abs, [1]), "zip": zip([1]), "enumerate": enumerate([1]),
    "reversed": reversed([1]), "list": iter([1, 2]), "tuple": iter((1, 2, 3)), "str": iter("ab"),
    "dict": iter({1: 2}), "set": iter({1}), "range": iter(range(5)), "generator": (i for i in "a"),
    "call": iter(int, 0),
}
for name, iterable in iterables.items():
    print(name, hasattr(iterable, "__length_hint__"), operator.length_hint(iterable, -1))


class Told:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        print("iter")
        return iter(self.items)

    def __len__(self):
        print("len")
        return len(self.items)


for take in (list, tuple, sorted, set, frozenset, lambda items: [*items], lambda items: (*items,)):
    print(take(Told([3, 1, 2])))
print(max(*Told([3, 1, 2])))
items = [0]
items.extend(Told([1]))
items += Told([2])
print(items)
