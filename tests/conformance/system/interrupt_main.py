# tests/conformance/system/interrupt_main.py: another thread, or a timer, interrupts the main thread.
import signal
import threading
import time
import _thread


def late(number, frame):
    raise TimeoutError("late")


def soon():
    time.sleep(0.05)
    _thread.interrupt_main()


signal.signal(signal.SIGALRM, late)
print(signal.alarm(10), signal.alarm(0))
signal.setitimer(signal.ITIMER_REAL, 0.1)
try:
    time.sleep(5)
except TimeoutError as error:
    print(repr(error))
for wait in (lambda: time.sleep(5), threading.Event().wait):
    threading.Thread(target=soon).start()
    try:
        wait()
    except KeyboardInterrupt:
        print("interrupted")
threading.Thread(target=soon).start()
try:
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted while it computed")
