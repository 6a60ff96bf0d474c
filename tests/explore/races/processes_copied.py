# What is copied is not shared.
from multiprocessing import Process

counter, items = 0, []


def add():
    global counter
    counter += 1
    items.append(counter)


if __name__ == "__main__":
    processes = [Process(target=add) for _ in range(3)]
    for process in processes:
        process.start()
    counter += 10
    items.append(counter)
    for process in processes:
        process.join()
    print(counter, items)
