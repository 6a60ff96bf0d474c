# tests/conformance/pickle/files.py: several pickles in one file; a file that is only read as far
# as needed.
import io
import pickle

file = io.BytesIO()
for n in range(3):
    pickle.dump({"n": n, "items": [n] * n}, file)
print(file.tell())
file.seek(0)
while True:
    try:
        print(pickle.load(file), file.tell())
    except EOFError as error:
        print("end:", error)
        break

class Slow:
    def __init__(self, data):
        self.file = io.BytesIO(data)

    def read(self, size):
        return self.file.read(size)

    def readline(self):
        return self.file.readline()

for protocol in range(6):
    slow = Slow(pickle.dumps({"a": [1, (2, 3)], "b": len, "c": b"x" * 300}, protocol) + b"rest")
    print(pickle.load(slow), slow.file.read())

class Sink:
    def write(self, data):
        print(type(data).__name__, len(data))

pickle.dump("text", Sink())
for call in (lambda: pickle.dump(1, 5), lambda: pickle.Unpickler(5), lambda: pickle.dumps(1, 6),
             lambda: pickle.dumps(1, "x")):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(error)
