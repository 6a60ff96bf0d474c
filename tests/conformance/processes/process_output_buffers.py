# tests/conformance/processes/process_output_buffers.py: each process has its own buffer of output.
import multiprocessing
import os
import time


def child():
    print("child flushes", flush=True)
    print("child is killed and this is lost")
    time.sleep(10)


def other():
    print("other")


if __name__ == "__main__":
    print("before")
    process = multiprocessing.Process(target=child)
    process.start()
    print("started")
    time.sleep(0.3)
    process.terminate()
    process.join()
    process = multiprocessing.Process(target=other)
    process.start()
    print("after the start of the other")
    process.join()
    print("end")
