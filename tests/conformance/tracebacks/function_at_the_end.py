# tests/conformance/tracebacks/function_at_the_end.py: a function that the file's end cuts off.
print("never")
def f():
