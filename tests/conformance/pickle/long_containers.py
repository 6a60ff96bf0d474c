# tests/conformance/pickle/long_containers.py: long containers are written in batches, long
# pickles in frames.
import pickle

for count in (1000, 1001):
    for value in ([None] * count, dict.fromkeys(range(count)), set(range(count)),
                  tuple(range(count)), frozenset(range(count))):
        for protocol in (4,):
            data = pickle.dumps(value, protocol)
            print(type(value).__name__, count, len(data), data[:14], data[-9:],
                  pickle.loads(data) == value)
mixed = dict(enumerate(map(str, range(9000))))
large = ["x" * 70000, b"y" * 70000, "z", "q" * 65535, "w" * 65536]
for value in (mixed, large):
    for protocol in (3, 4):
        data = pickle.dumps(value, protocol)
        print(len(data), hash(data), pickle.loads(data) == value)
