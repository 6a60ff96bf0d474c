# Map, shuffle, reduce with a pool, functools.partial and itertools.
import itertools
import operator
from functools import partial, reduce
from multiprocessing import Pool

documents = ["a b a", "b c", "c c a", "d"]


def map_words(document):
    return [(word, 1) for word in document.split()]


def reduce_counts(pair, start=0):
    word, counts = pair
    return word, reduce(operator.add, counts, start)


if __name__ == "__main__":
    with Pool() as pool:
        pairs = sorted(itertools.chain.from_iterable(pool.map(map_words, documents)))
        groups = [(word, [count for _, count in group])
                  for word, group in itertools.groupby(pairs, key=operator.itemgetter(0))]
        print(groups)
        print(pool.map(partial(reduce_counts, start=10), groups))
        print(pool.map(str.upper, "xyz"), pool.map(len, documents))
