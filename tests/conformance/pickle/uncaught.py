# tests/conformance/pickle/uncaught.py: an error of pickling that nobody catches.
import pickle

def save(value):
    return pickle.dumps({"value": value})

print(len(save([1, 2])))
save(lambda: 0)
