# Two processes add to a Value: each access takes its lock, but only "locked" holds it over both.
import sys
from multiprocessing import Process, Value


def add(total, locked):
    if locked:
        with total.get_lock():
            total.value += 1
    else:
        total.value += 1


if __name__ == "__main__":
    total = Value("i", 0)
    processes = [Process(target=add, args=(total, sys.argv[1] == "locked")) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(total.value)
