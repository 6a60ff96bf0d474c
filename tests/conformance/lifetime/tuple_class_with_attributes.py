# Objects of a class over tuple that hold what has a finaliser, and have attributes of their own.
import gc
import weakref


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        pass


class Pair(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


pairs = [Pair(Told(number), [number]) for number in range(200)]
for number, pair in enumerate(pairs):
    pair.label = f"pair {number}"
    pair.other = pairs[number - 1]
copies = [Pair(*pair) for pair in pairs]
for copy in copies:
    copy.label = "copy"
gc.collect()
print(sum(pair[0].name for pair in pairs), pairs[7].label, pairs[0].other.label, copies[3].label)
kept = weakref.ref(pairs[5][0])
del pairs[:100], pair, copies
gc.collect()
print(len(pairs), pairs[0].label, pairs[-1].other[1], vars(pairs[3])["label"])
