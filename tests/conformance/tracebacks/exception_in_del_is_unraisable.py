# tests/conformance/tracebacks/exception_in_del_is_unraisable.py: an exception in `__del__` is
# reported and ignored.
class C:
    def __del__(self):
        raise ValueError("in del")


c = C()
del c
print("goes on")
