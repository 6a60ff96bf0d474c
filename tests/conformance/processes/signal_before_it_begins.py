# A signal that comes right after start() ends the process, whatever it was about to do.
import multiprocessing
import os
import signal
import time

if __name__ == "__main__":
    process = multiprocessing.Process(target=time.sleep, args=(10,))
    process.start()
    os.kill(process.pid, signal.SIGTERM)
    process.join()
    print(process.exitcode, process.is_alive())
