# tests/conformance/processes/kill_by_pid.py: signals to another process by its pid.
import os
import signal
import time
from multiprocessing import Process


def child():
    time.sleep(10)


if __name__ == "__main__":
    process = Process(target=child)
    process.start()
    os.kill(process.pid, 0)
    os.kill(process.pid, signal.SIGTERM)
    process.join()
    print(process.exitcode)
    try:
        os.kill(process.pid, 0)
    except ProcessLookupError as error:
        print(error)
