# Two processes add to one byte of shared memory, or each to its "own".
import sys
from multiprocessing import Process, shared_memory


def add(name, index):
    memory = shared_memory.SharedMemory(name=name)
    memory.buf[index] += 1
    memory.close()


if __name__ == "__main__":
    memory = shared_memory.SharedMemory(create=True, size=2)
    own = sys.argv[1] == "own"
    processes = [Process(target=add, args=(memory.name, own * index)) for index in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(memory.buf[0] + memory.buf[1])
    memory.close()
    memory.unlink()
