# A worker that has done its number of tasks ends, and another one takes its place.
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    for context in (multiprocessing.get_context("spawn"), None):
        with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=2) as pool:
            pids = [pool.submit(os.getpid).result() for _ in range(5)]
        print(len(set(pids)), pids[0] == pids[1], pids[1] == pids[2])
    try:
        ProcessPoolExecutor(1, multiprocessing.get_context("fork"), max_tasks_per_child=2)
    except ValueError as error:
        print(error)
