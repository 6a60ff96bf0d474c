# What is not shared is copied: each process has a counter of its own.
from multiprocessing import Process

counter = 0


def add():
    global counter
    counter += 1
    assert counter == 1


if __name__ == "__main__":
    processes = [Process(target=add) for _ in range(3)]
    for process in processes:
        process.start()
    counter += 10
    for process in processes:
        process.join()
    print(counter)
