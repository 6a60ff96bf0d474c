# A child sends a signal to its parent, which has a handler and waits.
import os
import signal
import time

got = []
signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
pid = os.fork()
if pid == 0:
    time.sleep(0.05)
    os.kill(os.getppid(), signal.SIGUSR1)
    os._exit(0)
signal.pause()
print("after pause", [int(number) for number in got])
print(os.waitpid(pid, 0)[1])
