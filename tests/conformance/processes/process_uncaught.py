# tests/conformance/processes/process_uncaught.py: what a process does not catch goes to standard error.
import multiprocessing


def fail(number):
    return 1 // number


if __name__ == "__main__":
    process = multiprocessing.Process(target=fail, args=(0,))
    process.start()
    process.join()
    print(process.exitcode)
    process = multiprocessing.Process(target=fail, args=(0,), name="worker")
    process.start()
    process.join()
