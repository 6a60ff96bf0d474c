# A handler runs between two steps of the main thread, whatever has sent the signal: no race.
import signal
import time

ticks = []


def tick(number, frame):
    ticks.append(number)


signal.signal(signal.SIGALRM, tick)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while len(ticks) < 3:
    time.sleep(0.004)
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(ticks))
