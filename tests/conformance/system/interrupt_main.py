# tests/conformance/system/interrupt_main.py: another thread, or a timer, interrupts the main thread.
import os
import signal
import threading
import time
import _thread


def late(number, frame):
    raise TimeoutError("late")


def soon(how):
    time.sleep(0.1)
    how()


def kill():
    os.kill(os.getpid(), signal.SIGINT)


signal.signal(signal.SIGALRM, late)
print(signal.alarm(10), signal.alarm(0))
signal.setitimer(signal.ITIMER_REAL, 0.1)
try:
    time.sleep(5)
except TimeoutError as error:
    print(repr(error))
for how in (_thread.interrupt_main, kill):
    threading.Thread(target=soon, args=(how,)).start()
    begun = time.monotonic()
    try:
        time.sleep(1)
        time.sleep(1)
    except KeyboardInterrupt:
        print(how.__name__, time.monotonic() - begun > 0.9)
threading.Thread(target=soon, args=(_thread.interrupt_main,)).start()
try:
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted while it computed")
