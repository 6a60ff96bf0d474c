# tests/conformance/system/alarms.py: alarm and setitimer: handlers that run in between, or end
# what takes too long.
import signal
import threading
import time

class TimedOut(Exception):
    pass

def handler(number, frame):
    print("alarm")

def stop(number, frame):
    raise TimedOut("too long")

def busy():
    while True:
        pass

signal.signal(signal.SIGALRM, handler)
print(signal.setitimer(signal.ITIMER_REAL, 0.02), signal.alarm(0) >= 0)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.03)
time.sleep(0.065)
signal.setitimer(signal.ITIMER_REAL, 0)
print(signal.getitimer(signal.ITIMER_REAL), signal.alarm(5), signal.alarm(0), signal.alarm(0))
signal.signal(signal.SIGALRM, stop)
for call in (lambda: time.sleep(5), busy):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        call()
    except TimedOut as error:
        print("stopped:", error)
event = threading.Event()
signal.signal(signal.SIGALRM, lambda number, frame: event.set())
signal.setitimer(signal.ITIMER_REAL, 0.02)
print(event.wait(5))
signal.signal(signal.SIGALRM, signal.SIG_DFL)
