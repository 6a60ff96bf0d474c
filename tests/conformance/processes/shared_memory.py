# tests/conformance/processes/shared_memory.py: blocks of memory by name, and lists in them.
from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList, SharedMemory


def write(name):
    memory = SharedMemory(name)
    memory.buf[0] = 77
    memory.close()


def change(items):
    items[0] = 9
    items[2] = "xyz"


if __name__ == "__main__":
    memory = SharedMemory(create=True, size=16)
    memory.buf[:4] = bytes([1, 2, 3, 4])
    process = Process(target=write, args=(memory.name,))
    process.start()
    process.join()
    print(bytes(memory.buf[:5]))
    memory.close()
    memory.unlink()
    try:
        SharedMemory(name="nobody_has_this")
    except FileNotFoundError as error:
        print(error)
    items = ShareableList([1, 2.5, "abc", b"xy", None, True])
    process = Process(target=change, args=(items,))
    process.start()
    process.join()
    print(list(items), items.format, len(items), items.count(9), items.index("xyz"))
    for index, value in (2, "x" * 50), (10, 1):
        try:
            items[index] = value
        except (ValueError, IndexError) as error:
            print(error)
    items.shm.close()
    items.shm.unlink()
