# Two processes add to one byte of shared memory.
from multiprocessing import Process, shared_memory


def add(name):
    memory = shared_memory.SharedMemory(name=name)
    memory.buf[0] += 1
    memory.close()


if __name__ == "__main__":
    memory = shared_memory.SharedMemory(create=True, size=1)
    processes = [Process(target=add, args=(memory.name,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(memory.buf[0])
    memory.close()
    memory.unlink()
