# tests/conformance/processes/joinable_queue.py: join() of a queue waits for task_done().
from multiprocessing import JoinableQueue, Process, SimpleQueue


def worker(tasks, done):
    while True:
        number = tasks.get()
        done.put(number)
        tasks.task_done()


if __name__ == "__main__":
    tasks, done = JoinableQueue(), SimpleQueue()
    for _ in range(2):
        Process(target=worker, args=(tasks, done), daemon=True).start()
    for number in range(6):
        tasks.put(number)
    tasks.join()
    print(sorted(done.get() for _ in range(6)), done.empty())
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)
