# tests/conformance/processes/lock_counts.py: a lock keeps increments by several processes whole.
from multiprocessing import Lock, Process, RawValue


def add(counter, lock):
    for _ in range(50):
        with lock:
            value = counter.value
            counter.value = value + 1


if __name__ == "__main__":
    counter, lock = RawValue("i", 0), Lock()
    processes = [Process(target=add, args=(counter, lock)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value)
