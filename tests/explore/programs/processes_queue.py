# Two processes put into one queue: which item comes first is open.
from multiprocessing import Process, SimpleQueue


def put(queue, item):
    queue.put(item)


if __name__ == "__main__":
    queue = SimpleQueue()
    processes = [Process(target=put, args=(queue, item)) for item in "ab"]
    for process in processes:
        process.start()
    print(queue.get() + queue.get())
    for process in processes:
        process.join()
