# Iterators go on in a copy or behind a pickle where they stand; what cannot says so.
import copy
import itertools
import pickle


def used(iterator):
    next(iterator)
    return iterator


CASES = {
    "list": lambda: used(iter([1, 2, 3])),
    "tuple": lambda: used(iter((1, 2))),
    "str": lambda: used(iter("abc")),
    "bytes": lambda: used(iter(b"abc")),
    "range": lambda: used(iter(range(0, 10, 3))),
    "long range": lambda: used(iter(range(10**20, 10**20 + 5, 2))),
    "dict": lambda: used(iter({1: 2, 3: 4})),
    "items": lambda: used(iter({1: 2, 3: 4}.items())),
    "set": lambda: used(iter({1, 2})),
    "reversed": lambda: used(reversed([1, 2, 3])),
    "reversed dict": lambda: used(reversed({1: 2, 3: 4})),
    "reversed tuple": lambda: used(reversed((1, 2, 3))),
    "enumerate": lambda: used(enumerate([5, 6], 3)),
    "zip": lambda: used(zip([1, 2], (3, 4))),
    "zip strict": lambda: zip([1], [2], strict=True),
    "map": lambda: used(map(str, [1, 2])),
    "filter": lambda: used(filter(None, [1, 0, 2])),
    "callable": lambda: iter(int, 0),
    "chain": lambda: used(itertools.chain([1, 5], [2])),
    "islice": lambda: used(itertools.islice([1, 2, 3, 4, 5], 1, None, 2)),
    "accumulate": lambda: used(itertools.accumulate([1, 2, 3])),
    "accumulate initial": lambda: itertools.accumulate([1, 2], initial=5),
    "takewhile": lambda: used(itertools.takewhile(bool, [1, 2, 0])),
    "dropwhile": lambda: used(itertools.dropwhile(bool, [1, 0, 2])),
    "starmap": lambda: used(itertools.starmap(pow, [(1, 2), (2, 3)])),
    "compress": lambda: used(itertools.compress([1, 2, 3], [1, 0, 1])),
    "filterfalse": lambda: used(itertools.filterfalse(None, [0, 1, 0])),
    "product": lambda: used(itertools.product([1, 2], [3, 4])),
    "permutations": lambda: used(itertools.permutations([1, 2, 3], 2)),
    "combinations": lambda: used(itertools.combinations([1, 2, 3], 2)),
    "with replacement": lambda: used(itertools.combinations_with_replacement([1, 2], 2)),
    "zip_longest": lambda: used(itertools.zip_longest([1, 2], [3], fillvalue=0)),
    "count": lambda: itertools.islice(itertools.count(3, 2), 3),
    "cycle": lambda: itertools.islice(used(itertools.cycle([1, 2, 3])), 5),
    "repeat": lambda: used(itertools.repeat(5, 3)),
    "tee": lambda: used(itertools.tee([1, 2, 3])[0]),
    "pairwise": lambda: itertools.pairwise([1, 2, 3]),
    "generator": lambda: (number for number in [1]),
    "keys": lambda: {1: 2}.keys(),
}
WAYS = {"copy": copy.copy, "deepcopy": copy.deepcopy}
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    WAYS[f"pickle {protocol}"] = lambda made, p=protocol: pickle.loads(pickle.dumps(made, p))
for name, make in CASES.items():
    for way, function in WAYS.items():
        try:
            made = function(make())
            print(name, way, type(made).__name__ if name != "long range" else "", list(made))
        except TypeError as error:
            print(name, way, error)
iterator = iter([1, 2, 3])
for place in (2, 0, -5, 99):
    iterator.__setstate__(place)
    print(place, iterator.__length_hint__())
print(pickle.dumps(iter([1, 2])), pickle.dumps(itertools.count(1)))
