# tests/conformance/processes/process_exit_codes.py: how a process ends is its exit code.
import multiprocessing
import os
import sys
import time


def number():
    sys.exit(3)


def text():
    sys.exit("a text")


def nothing():
    sys.exit()


def at_once():
    print("never written")
    os._exit(7)


def sleeper():
    time.sleep(10)


if __name__ == "__main__":
    for target in number, text, nothing, at_once:
        process = multiprocessing.Process(target=target)
        process.start()
        process.join()
        print(target.__name__, process.exitcode)
    process = multiprocessing.Process(target=sleeper)
    process.start()
    process.terminate()
    process.join()
    print(process.exitcode, "exitcode=-SIGTERM" in repr(process))
    process = multiprocessing.Process(target=sleeper)
    process.start()
    process.kill()
    process.join()
    print(process.exitcode)
