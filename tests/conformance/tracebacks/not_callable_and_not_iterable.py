# tests/conformance/tracebacks/not_callable_and_not_iterable.py: two common type errors, the first
# caught.
try:
    (1).real()
except TypeError as e:
    print(e)
for x in 5:
    pass
