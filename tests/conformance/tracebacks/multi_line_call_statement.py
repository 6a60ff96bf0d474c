# tests/conformance/tracebacks/multi_line_call_statement.py: the entry shows the line of the call,
# though its arguments go on.
def f(a, b):
    raise KeyError(a)


f(
    "first",
    "second",
)
