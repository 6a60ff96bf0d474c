# tests/conformance/processes/queue_basics.py: a queue between processes: full, empty, closed.
import queue
from multiprocessing import Process, Queue


def worker(tasks, results):
    for number in iter(tasks.get, None):
        results.put(number * number)


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    processes = [Process(target=worker, args=(tasks, results)) for _ in range(3)]
    for process in processes:
        process.start()
    for number in range(10):
        tasks.put(number)
    for _ in processes:
        tasks.put(None)
    print(sorted(results.get() for _ in range(10)))
    for process in processes:
        process.join()
    print(tasks.empty(), tasks.qsize(), tasks.full())
    for call in tasks.get_nowait, lambda: tasks.get(timeout=0.01):
        try:
            call()
        except queue.Empty as error:
            print(repr(error))
    small = Queue(1)
    small.put("a")
    print(small.full())
    for call in lambda: small.put_nowait("b"), lambda: small.put("b", timeout=0.01):
        try:
            call()
        except queue.Full as error:
            print(repr(error))
    print(small.get())
    small.close()
    small.join_thread()
    try:
        small.put(1)
    except ValueError as error:
        print(str(error).partition(" at 0x")[0])
