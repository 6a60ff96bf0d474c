# tests/conformance/tracebacks/marker_of_attribute.py: the marker of a failed attribute, in a
# chain of them.
class A:
    pass


a = A()
a.b = A()
a.b.c = None
print(a.b.c.d.e)
