# SharedMemoryManager: what it made goes when it ends.
from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import SharedMemory


def fill(memory, items):
    memory.buf[:5] = b"hello"
    items[1] = "changed"


if __name__ == "__main__":
    with SharedMemoryManager() as manager:
        memory = manager.SharedMemory(size=16)
        items = manager.ShareableList([1, "before!", 2.5, None, b"bytes"])
        process = Process(target=fill, args=(memory, items))
        process.start()
        process.join()
        print(bytes(memory.buf[:5]), list(items), memory.size >= 16)
        name = memory.name
    try:
        SharedMemory(name)
    except FileNotFoundError as error:
        print("gone", error.errno)
