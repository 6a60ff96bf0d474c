# tests/conformance/pickle/deep_recursion.py: what is nested too deeply is a RecursionError.
import pickle

nested = []
for _ in range(5000):
    nested = [nested]
try:
    pickle.dumps(nested)
except RecursionError as error:
    print(error)
nested = []
for _ in range(200):
    nested = (nested,)
print(len(pickle.dumps(nested)), pickle.loads(pickle.dumps(nested)) == nested)
