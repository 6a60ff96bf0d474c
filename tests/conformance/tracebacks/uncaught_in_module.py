# tests/conformance/tracebacks/uncaught_in_module.py: an exception at module level.
print("before")
x = [1, 2, 3]
x[10]
print("never")
