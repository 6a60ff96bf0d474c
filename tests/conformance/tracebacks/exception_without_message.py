# tests/conformance/tracebacks/exception_without_message.py: an exception without arguments prints
# only its name.
class Empty(Exception):
    pass


def f():
    raise Empty


f()
