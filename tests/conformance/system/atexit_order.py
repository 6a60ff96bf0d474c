# tests/conformance/system/atexit_order.py: what is called at the end, the last first, errors and all.
import atexit


@atexit.register
def first():
    print("first registered")


atexit.register(print, "with", "arguments", sep="-")


@atexit.register
def fails():
    raise ValueError("at the end")


def never():
    print("never")


atexit.register(never)
atexit.unregister(never)
try:
    atexit.register(3)
except TypeError as error:
    print(error)
print("end of the script")
