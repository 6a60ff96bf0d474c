# tests/conformance/pickle/pickler_memo.py: a Pickler remembers what it has written until it is
# told to forget.
import io
import pickle

file = io.BytesIO()
pickler = pickle.Pickler(file)
shared = ["shared"]
ends = [0]
for step in range(3):
    if step == 2:
        pickler.clear_memo()
    pickler.dump(shared)
    print(file.getvalue()[ends[-1]:])
    ends.append(file.tell())
file.seek(0)
unpickler = pickle.Unpickler(file)
first, second, third = unpickler.load(), unpickler.load(), unpickler.load()
print(first is second, first is third, first == third)
fast = pickle.Pickler(file)
fast.fast = True
fast.dump([shared, shared])
print(file.getvalue()[ends[-1]:])
