# tests/conformance/time/scheduler_of_events.py: sched: order by time and priority, cancelling,
# errors, run without blocking.
import sched
import time

scheduler = sched.scheduler(time.time, time.sleep)
done = []
first = scheduler.enter(0.06, 1, done.append, ("c",))
scheduler.enter(0.02, 2, done.append, argument=("b",))
scheduler.enterabs(scheduler.queue[0].time, 1, done.append, ("a",))
scheduler.enter(0.04, 1, lambda **keywords: done.append(keywords), kwargs={"z": 1})
print(len(scheduler.queue), scheduler.empty(), [event.priority for event in scheduler.queue])
scheduler.cancel(first)
try:
    scheduler.cancel(first)
except ValueError as error:
    print(error)
scheduler.run()
print(done, scheduler.empty(), scheduler.run())

def repeat(times):
    print("repeat", times)
    if times:
        scheduler.enter(0.01, 1, repeat, (times - 1,))

repeat(2)
scheduler.run()

def fail():
    raise ValueError("failed")

scheduler.enter(0, 1, fail)
scheduler.enter(0.01, 1, print, ("after the failure",))
try:
    scheduler.run()
except ValueError as error:
    print(error, len(scheduler.queue))
scheduler.run()
scheduler.enter(5, 1, print)
print(4 < scheduler.run(blocking=False) <= 5, type(scheduler.queue[0]).__name__)
