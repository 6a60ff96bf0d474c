# tests/conformance/pickle/exceptions.py: exceptions keep their type, arguments and attributes,
# not their traceback.
import pickle

class Coded(Exception):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code

class Good(Exception):
    def __init__(self, message, code):
        super().__init__(message, code)
        self.code = code

error = ValueError("bad", 1)
error.add_note("a note")
error.__cause__ = KeyError("why")
for value in (error, KeyError("k"), OSError(2, "no", "file"), FileNotFoundError(2, "no", "file"),
              StopIteration(3), SystemExit(4), UnicodeDecodeError("utf-8", b"x", 0, 1, "why"),
              Good("m", 5), ExceptionGroup("g", [ValueError(1)])):
    back = pickle.loads(pickle.dumps(value))
    print(repr(back), back.__cause__, back.__dict__, str(back))
try:
    pickle.loads(pickle.dumps(Coded("m", 5)))
except TypeError as error:
    print(error)
