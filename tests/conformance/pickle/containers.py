# tests/conformance/pickle/containers.py: lists, tuples, dicts and sets: the bytes of every
# protocol, and back.
import pickle

values = [[], [1], [1, 2], (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), {}, {"a": 1}, {"a": 1, "b": 2},
          set(), {1}, {1, 2, 3}, frozenset(), frozenset([5, 6]), [[]], ([], {}), {(1, 2): [3]},
          ["same", "same", {"same": "same"}]]
for protocol in range(6):
    for value in values:
        data = pickle.dumps(value, protocol)
        print(protocol, data, pickle.loads(data) == value)
