# tests/conformance/processes/shared_structures.py: structures in shared memory.
from ctypes import Structure, c_double, c_int, sizeof
from multiprocessing import Process
from multiprocessing.sharedctypes import Array, Value


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]


class Mixed(Structure):
    _fields_ = [("a", c_int), ("b", c_double)]


def square(point, points):
    point.x **= 2
    for each in points:
        each.x **= 2
        each.y **= 2


if __name__ == "__main__":
    point = Value(Point, 3, 4)
    points = Array(Point, [(1.5, -6.25), (-5.75, 2.0)])
    process = Process(target=square, args=(point, points))
    process.start()
    process.join()
    print(point.x, point.y, [(each.x, each.y) for each in points])
    print(sizeof(Point), sizeof(Mixed), Mixed(1, b=2).b)
