# tests/conformance/collections/names_in_messages.py: messages name a type of C with its module, and
# a class derived from it without.
import collections
import functools
import itertools
import operator
import threading
import types


class Mine(collections.deque):
    pass


class Space(types.SimpleNamespace):
    pass


for thing in (collections.deque(), collections.OrderedDict(), collections.defaultdict(int),
              collections.Counter(), collections.ChainMap(), collections.UserDict(), Mine(),
              functools.partial(int), functools.lru_cache(int), itertools.count(),
              itertools.chain(), operator.itemgetter(1), threading.Lock(), threading.Event(),
              types.SimpleNamespace(), Space()):
    for action in (lambda: thing.nothing, lambda: thing * "a", lambda: thing < 1):
        try:
            action()
        except (AttributeError, TypeError) as error:
            print(error)
