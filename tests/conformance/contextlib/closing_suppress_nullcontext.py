# tests/conformance/contextlib/closing_suppress_nullcontext.py: closing, suppress, nullcontext, redirected streams.
import sys
from contextlib import closing, nullcontext, redirect_stderr, redirect_stdout, suppress


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
try:
    with closing(Thing()):
        raise ValueError(1)
except ValueError as error:
    print(repr(error))
with suppress(KeyError, IndexError):
    {}["a"]
with suppress(LookupError) as nothing:
    print(nothing)
    [][1]
try:
    with suppress(KeyError):
        int("x")
except ValueError as error:
    print(error)
with nullcontext() as a, nullcontext(5) as b:
    print(a, b)


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass


sink, other = Sink(), Sink()
redirect = redirect_stdout(sink)
with redirect as target:
    print("one")
    with redirect_stdout(other):
        print("two", end="")
    with redirect:
        print("three", file=sys.stdout)
    print("four")
with redirect_stderr(other):
    print("five", file=sys.stderr)
print(target is sink, sink.parts, other.parts, sys.stdout is sys.__stdout__)
