# Two processes take two locks, "opposite" or in the "same" order.
import sys
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    orders = [(a, b), (b, a) if sys.argv[1] == "opposite" else (a, b)]
    processes = [Process(target=work, args=order) for order in orders]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
