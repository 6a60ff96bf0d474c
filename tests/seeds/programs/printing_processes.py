# Processes that print as they like, a queue that takes what they find.
from multiprocessing import Pool, Process, Queue


def work(queue, number):
    print("worker", number, flush=True)
    queue.put(number * number)


def cube(number):
    return number ** 3


if __name__ == "__main__":
    queue = Queue()
    processes = [Process(target=work, args=(queue, number)) for number in range(3)]
    for process in processes:
        process.start()
    print(sum(queue.get() for _ in processes))
    for process in processes:
        process.join()
    with Pool(2) as pool:
        print(sorted(pool.imap_unordered(cube, range(5))))
