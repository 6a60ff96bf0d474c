# SIGINT sent to a child is a KeyboardInterrupt there; an ignored signal does nothing.
import os
import signal
import time
from multiprocessing import Event, Process


def work(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    try:
        time.sleep(30)
    except KeyboardInterrupt:
        print("interrupted", flush=True)


if __name__ == "__main__":
    ready = Event()
    process = Process(target=work, args=(ready,))
    process.start()
    ready.wait()
    time.sleep(0.05)
    process.terminate()
    process.join(0.1)
    print(process.exitcode, process.is_alive())
    os.kill(process.pid, signal.SIGINT)
    process.join()
    print(process.exitcode)
