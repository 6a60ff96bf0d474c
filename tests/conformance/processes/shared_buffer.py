# shared_memory as a buffer of numbers, filled by parts; struct and memoryview instead of numpy.
import struct
from multiprocessing import Process, shared_memory


def fill(name, start, end):
    memory = shared_memory.SharedMemory(name=name)
    for index in range(start, end):
        struct.pack_into("<i", memory.buf, index * 4, index * index)
    memory.close()


if __name__ == "__main__":
    memory = shared_memory.SharedMemory(create=True, size=64)
    processes = [Process(target=fill, args=(memory.name, at, at + 4)) for at in range(0, 16, 4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(struct.unpack_from("<16i", memory.buf))
    view = memory.buf[:64].cast("i")
    print(view[3], sum(view), memory.size)
    view.release()
    memory.close()
    memory.unlink()
