# A handler is told where the main thread is; what it raises is raised there, also in a loop.
import signal
import threading
import time
import traceback


class TooLong(Exception):
    pass


def handler(number, frame):
    print(number, frame.f_code.co_name)
    raise TooLong


def sleeps():
    time.sleep(10)


def computes():
    number = 0
    try:
        while True:
            number += 1
    finally:
        print("finally")


signal.signal(signal.SIGALRM, handler)
for function in (sleeps, computes, threading.Event().wait):
    signal.alarm(1)
    try:
        function()
    except TooLong as error:
        names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        print(names[:2] if function is not sleeps else names)
count = 0


def tick(number, frame):
    global count
    count += 1
    if count == 3:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, tick)
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
while count < 3:
    signal.pause()
print(count, signal.getitimer(signal.ITIMER_REAL))
