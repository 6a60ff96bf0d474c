# A counter shared by processes: with its lock nothing is lost.
from multiprocessing import Array, Lock, Process, RawValue, Value


def add(counter, plain, lock, parts, index):
    for _ in range(50):
        with counter.get_lock():
            counter.value += 1
        with lock:
            plain.value += 2
        parts[index] += 1


if __name__ == "__main__":
    counter, plain, lock, parts = Value("i", 0), RawValue("d", 0.5), Lock(), Array("l", 3)
    processes = [Process(target=add, args=(counter, plain, lock, parts, n)) for n in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value, plain.value, parts[:], len(parts), sum(parts))
