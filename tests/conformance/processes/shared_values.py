# tests/conformance/processes/shared_values.py: Value and Array with and without a lock.
import ctypes
from multiprocessing import Array, Lock, Process, RawArray, RawValue, Value


def add(total, numbers):
    for _ in range(20):
        with total.get_lock():
            total.value += 1
    numbers[0] += 1.5


if __name__ == "__main__":
    total, numbers = Value("i", 0), Array("d", [1, 2, 3])
    for _ in range(3):
        process = Process(target=add, args=(total, numbers))
        process.start()
        process.join()
    print(total.value, numbers[:], list(numbers), len(numbers), numbers[-1])
    print(total, total.get_obj(), numbers.get_obj()[0], total.get_lock())
    print(RawValue("d", 1.5), RawArray("i", 3)[:], Value(ctypes.c_bool, True).value)
    print(Value("c", b"x").value, Value("u", "z").value, Array("c", b"text").value)
    small = Value("b", 0)
    small.value = 200
    print(small.value)
    try:
        total.value = "text"
    except TypeError as error:
        print(error)
    try:
        numbers[5]
    except IndexError as error:
        print(error)
    guarded = Array("i", range(5), lock=Lock())
    guarded[1:3] = [8, 9]
    print(guarded[:], guarded[::2])
