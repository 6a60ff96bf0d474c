# One of three takes no lock.
from multiprocessing import Lock, Process, RawValue


def add(total, lock):
    with lock:
        total.value += 1


def reset(total):
    total.value = 0


if __name__ == "__main__":
    total, lock = RawValue("i", 0), Lock()
    processes = [Process(target=add, args=(total, lock)) for _ in range(2)]
    processes.append(Process(target=reset, args=(total,)))
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(total.value)
