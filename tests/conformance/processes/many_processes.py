# tests/conformance/processes/many_processes.py: a dozen processes at once, behind one barrier.
from multiprocessing import Process, Queue, Barrier


def child(number, barrier, results):
    barrier.wait()
    results.put(number)


if __name__ == "__main__":
    results, barrier = Queue(), Barrier(12)
    processes = [Process(target=child, args=(number, barrier, results)) for number in range(12)]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes) == list(range(12)))
    for process in processes:
        process.join()
    print({process.exitcode for process in processes})
