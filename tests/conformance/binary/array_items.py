# tests/conformance/binary/array_items.py: an array's items, slices and methods.
from array import array

a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.insert(1, 9)
print(a, len(a), a[0], a[-1], a[1:3], a[::2], a.typecode, a.itemsize)
a[0] = 7
a[1:3] = array("i", [0, 0, 0])
del a[-1]
print(a, a.pop(), a.pop(0), a.index(3), a.count(0), 3 in a, list(a), list(reversed(a)))
a.remove(3)
a.reverse()
print(a + array("i", [1]), a * 2, a == array("i", [4, 0, 0, 0]), a < array("i", [9]))
print(array("d", [0.1]), array("f", [1.1])[0], array("u", "hé"), array("B", b"ab"))
print(a.tobytes(), bytes(array("h", [1, 2])), a.tolist(), memoryview(array("h", [1, 2])).tolist())
b = array("H", [1, 258])
b.byteswap()
print(b, array("i", range(3)), array("q", (x * x for x in range(3))))
view = memoryview(b)
view[0] = 5
print(b, b.buffer_info()[1])
