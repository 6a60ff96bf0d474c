# tests/conformance/lifetime/del_method_exception_ignored.py: an exception in `__del__` at
# function exit does not stop the caller.
class C:
    def __del__(self):
        1 / 0


def f():
    c = C()
    return "result"


print(f())
