# tests/conformance/processes/many_processes.py: 64 processes at once.
from multiprocessing import Process, Queue, Barrier


def child(number, barrier, results):
    barrier.wait()
    results.put(number)


if __name__ == "__main__":
    results, barrier = Queue(), Barrier(64)
    processes = [Process(target=child, args=(number, barrier, results)) for number in range(64)]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes) == list(range(64)))
    for process in processes:
        process.join()
    print({process.exitcode for process in processes})
