# tests/conformance/system/sched_and_timeit.py: functions at given times, and how long a statement takes.
import sched
import time
import timeit

scheduler = sched.scheduler(time.monotonic, time.sleep)


def show(*args, **kwargs):
    print("ran", args, kwargs)


scheduler.enter(0.06, 1, show, ("b",))
scheduler.enter(0.02, 2, show, kwargs={"k": 1})
cancelled = scheduler.enter(0.04, 1, show, ("never",))
scheduler.enterabs(time.monotonic() + 0.1, 1, show, "x")
scheduler.cancel(cancelled)
print(len(scheduler.queue), scheduler.empty(), scheduler.queue[0].priority)
scheduler.run()
print(scheduler.empty())
try:
    scheduler.cancel(cancelled)
except ValueError as error:
    print(error)
print(timeit.timeit("x = 1", number=10) >= 0, len(timeit.repeat(lambda: 1, number=2, repeat=3)))
try:
    timeit.timeit(3)
except ValueError as error:
    print(error)
