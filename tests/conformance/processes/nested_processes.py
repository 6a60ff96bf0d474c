# A process starts processes of its own; a daemon may not.
from multiprocessing import Process, Queue


def leaf(queue, name):
    queue.put(name)


def branch(queue, name):
    leaves = [Process(target=leaf, args=(queue, f"{name}.{n}")) for n in range(2)]
    for process in leaves:
        process.start()
    for process in leaves:
        process.join()
    queue.put(name)


def try_children(queue):
    try:
        Process(target=leaf, args=(queue, "never")).start()
    except AssertionError as error:
        queue.put(str(error))


if __name__ == "__main__":
    queue = Queue()
    branches = [Process(target=branch, args=(queue, f"b{n}")) for n in range(2)]
    for process in branches:
        process.start()
    print(sorted(queue.get() for _ in range(6)))
    for process in branches:
        process.join()
    daemon = Process(target=try_children, args=(queue,), daemon=True)
    daemon.start()
    print(queue.get())
    daemon.join()
