# A spawned process whose function cannot be found, and one started without a guard.
import multiprocessing
import sys

if multiprocessing.current_process().name != "MainProcess":
    sys.exit(5)

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=print)
    process.start()
    process.join()
    print(process.exitcode)
