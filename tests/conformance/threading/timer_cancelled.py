# tests/conformance/threading/timer_cancelled.py: timers: arguments, cancel, and that they are
# threads.
import threading
import time

def fire(*args, **kwargs):
    print("fired", args, kwargs, type(threading.current_thread()).__name__)

timer = threading.Timer(0.02, fire, [1], {"k": 2})
print(timer.is_alive(), timer.interval, timer.finished.is_set())
timer.start()
timer.join()
print(timer.finished.is_set(), timer.is_alive())
timers = [threading.Timer(n / 25, print, (f"timer {n}",)) for n in (3, 1, 2)]
for timer in timers:
    timer.start()
timers[0].cancel()
for timer in timers:
    timer.join()
print(isinstance(timer, threading.Thread), threading.active_count())
