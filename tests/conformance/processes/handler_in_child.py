# A child with a handler for SIGTERM: terminate() runs it, in the middle of its sleep.
import os
import signal
import sys
import time
from multiprocessing import Event, Process


def work(ready):
    def stop(number, frame):
        print("child got", signal.Signals(number).name, flush=True)
        sys.exit(3)

    signal.signal(signal.SIGTERM, stop)
    ready.set()
    while True:
        time.sleep(10)


def count(ready, done):
    got = []
    signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
    ready.set()
    while len(got) < 2:
        time.sleep(0.01)
    print("counted", [int(number) for number in got], flush=True)
    done.set()


if __name__ == "__main__":
    ready = Event()
    process = Process(target=work, args=(ready,))
    process.start()
    ready.wait()
    time.sleep(0.05)
    started = time.monotonic()
    process.terminate()
    process.join()
    print(process.exitcode, time.monotonic() - started < 5)

    ready, done = Event(), Event()
    process = Process(target=count, args=(ready, done))
    process.start()
    ready.wait()
    for _ in range(2):
        os.kill(process.pid, signal.SIGUSR1)
        time.sleep(0.05)
    done.wait()
    process.join()
    print(process.exitcode)
