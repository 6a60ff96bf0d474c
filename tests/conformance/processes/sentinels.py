# A pool by hand: a queue of work, a sentinel for each worker, a queue of results.
from multiprocessing import Process, Queue, current_process


def work(tasks, results):
    for task in iter(tasks.get, None):
        results.put((task, task ** 2))
    results.put(("end", current_process().name))


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    workers = [Process(target=work, args=(tasks, results), name=f"W{n}") for n in range(3)]
    for worker in workers:
        worker.start()
    for task in range(10):
        tasks.put(task)
    for worker in workers:
        tasks.put(None)
    got = [results.get() for _ in range(13)]
    for worker in workers:
        worker.join()
    print(sorted(pair for pair in got if pair[0] != "end"))
    print(sorted(pair for pair in got if pair[0] == "end"))
    print(tasks.empty(), results.empty())
