# tests/conformance/types/numbers_of_buffers.py: int() and float() of memoryviews and arrays; arrays beside bytearrays.
import array

print(int(memoryview(b"12")), float(memoryview(b"1.5")), int(array.array("b", b"77")))
for give in (lambda: int(memoryview(b"zz")), lambda: int([]), lambda: float([]), lambda: int(None),
             lambda: float(None), lambda: int(object)):
    try:
        print(give())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
numbers = array.array("B", b"abc")
print(b"abc" == numbers, numbers == b"abc", bytearray(b"abc") == numbers)
print(numbers == bytearray(b"abc"), bytearray(b"abb") < numbers, numbers >= bytearray(b"abd"))
try:
    b"abc" < numbers
except TypeError as error:
    print(error)
for arguments in ((1, 2), ("A", 1, {}), (1, (), {}), ("A", (), 1)):
    try:
        print(type(*arguments))
    except TypeError as error:
        print(error)
