# What each iterator says of itself for a pickle or a copy, fresh, used and at its end.
import array
import itertools


def shown(value):
    if isinstance(value, (tuple, list)):
        return type(value)(map(shown, value))
    return f"a {type(value).__name__}" if hasattr(value, "__next__") else value


def show(name, iterator):
    try:
        print(name, shown(iterator.__reduce__()), hasattr(iterator, "__setstate__"))
    except TypeError as error:
        print(name, error)


def used(iterator, times=1):
    for _ in range(times):
        next(iterator)
    return iterator


def spent(iterator):
    for _ in iterator:
        pass
    return iterator


show("list", used(iter([1, 2, 3])))
show("list done", spent(iter([1])))
show("tuple", used(iter((1, 2))))
show("tuple done", spent(iter((1,))))
show("str", used(iter("abc")))
show("str done", spent(iter("a")))
show("bytes", used(iter(b"abc")))
show("bytes done", spent(iter(b"a")))
show("bytearray", used(iter(bytearray(b"abc"))))
show("bytearray done", spent(iter(bytearray(b"a"))))
show("range", used(iter(range(0, 10, 3))))
show("range done", spent(iter(range(2))))
show("range rev", used(reversed(range(5))))
show("bigrange", used(iter(range(10**20, 10**20 + 5, 2))))
show("bigrange rev", reversed(range(10**20, 10**20 + 3)))
show("dict", used(iter({1: 2, 3: 4})))
show("values", iter({1: 2}.values()))
show("items", used(iter({1: 2, 3: 4}.items())))
show("dict done", spent(iter({1: 2})))
show("revdict", used(reversed({1: 2, 3: 4})))
show("set", used(iter({1, 2})))
show("set done", spent(iter({1})))
show("fset", iter(frozenset([1])))
show("revlist", used(reversed([1, 2, 3])))
show("revlist done", spent(reversed([1])))
show("revtuple", used(reversed((1, 2))))
show("revtuple done", spent(reversed((1,))))
show("enum", used(enumerate([5, 6], 3)))
show("zip", used(zip([1, 2], (3, 4))))
show("zip strict", zip([1], strict=True))
show("zip 0", zip())
show("map", used(map(str, [1, 2])))
show("map2", map(pow, [1], [2]))
show("filter", filter(None, [1]))
show("filter2", filter(str, (1,)))
show("callable", iter(int, 1))
show("callable done", spent(iter(int, 0)))


class Numbers:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


s = Numbers()
function, arguments, place = used(iter(s)).__reduce__()
print("sequence", function, arguments[0] is s, place, spent(iter(s)).__reduce__())
show("count", itertools.count())
show("count f", itertools.count(1.5, 0.5))
show("cycle", itertools.cycle([1, 2]))
show("cycle used", used(itertools.cycle([1, 2])))
show("cycle used3", used(itertools.cycle([1, 2]), 3))
show("cycle used4", used(itertools.cycle([1, 2]), 4))
show("repeat", itertools.repeat(1))
show("repeat n", used(itertools.repeat(1, 3)))
show("chain", itertools.chain())
show("chain2", itertools.chain([1], [2]))
show("chain used", used(itertools.chain([1, 5], [2])))
show("chain done", spent(itertools.chain([1])))
show("chain fi", itertools.chain.from_iterable([[1], [2]]))
show("islice", itertools.islice([1, 2, 3], 2))
show("islice u", used(itertools.islice([1, 2, 3, 4], 1, None, 2)))
show("islice done", spent(itertools.islice([1, 2], 1)))
show("acc", itertools.accumulate([1, 2]))
show("acc used", used(itertools.accumulate([1, 2, 3])))
show("acc f", used(itertools.accumulate([1, 2, 3], pow)))
show("acc init", itertools.accumulate([1, 2], initial=5))
show("acc init used", used(itertools.accumulate([1, 2], initial=5)))
show("acc None", used(itertools.accumulate([None, 2], lambda a, b: b)))
show("tw", itertools.takewhile(bool, [1, 0]))
show("tw done", spent(itertools.takewhile(bool, [1, 0, 3])))
show("dw", itertools.dropwhile(bool, [1, 0, 2]))
show("dw used", used(itertools.dropwhile(bool, [1, 0, 2])))
show("starmap", itertools.starmap(pow, [(1, 2)]))
show("compress", itertools.compress([1], [1]))
show("ff", itertools.filterfalse(None, [0]))
show("ff2", itertools.filterfalse(bool, [0]))
show("product", itertools.product([1, 2], [3]))
show("product used", used(itertools.product([1, 2], [3, 4])))
show("product done", spent(itertools.product([1])))
show("product empty", itertools.product([], [1]))
show("perm", itertools.permutations([1, 2, 3]))
show("perm used", used(itertools.permutations([1, 2, 3], 2), 2))
show("perm done", spent(itertools.permutations([1, 2])))
show("comb", itertools.combinations([1, 2, 3], 2))
show("comb used", used(itertools.combinations([1, 2, 3], 2), 2))
show("comb done", spent(itertools.combinations([1, 2], 2)))
show("cwr", itertools.combinations_with_replacement([1, 2, 3], 2))
show("cwr used", used(itertools.combinations_with_replacement([1, 2, 3], 2), 2))
show("cwr done", spent(itertools.combinations_with_replacement([1], 2)))
show("zl", itertools.zip_longest([1, 2], [3]))
show("zl fill", used(itertools.zip_longest([1, 2], [3], fillvalue=9), 2))
g = itertools.groupby([1, 1, 2], str)
show("gb", g)
key, group = next(g)
show("gb used", g)
print(group.__reduce__()[0], itertools.tee([1])[0].__reduce__()[:2])
show("pairwise", itertools.pairwise([1, 2, 3]))
show("array", used(iter(array.array("i", [1, 2]))))
