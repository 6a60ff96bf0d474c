# tests/conformance/threading/barrier_states.py: a barrier with an action; broken by abort, reset,
# time and an action that fails.
import threading
import time

barrier = threading.Barrier(2, action=lambda: print("action"), timeout=5)
results = []

def wait():
    try:
        results.append(barrier.wait())
    except threading.BrokenBarrierError as error:
        print("broken", repr(error))

def started(count):
    threads = [threading.Thread(target=wait) for _ in range(count)]
    for thread in threads:
        thread.start()
    time.sleep(0.03)
    return threads

for thread in started(2):
    thread.join()
print(sorted(results), barrier.parties, barrier.n_waiting, barrier.broken)
threads = started(1)
print(barrier.n_waiting)
barrier.abort()
threads[0].join()
print(barrier.broken)
wait()
barrier.reset()
threads = started(1)
barrier.reset()
threads[0].join()
print(barrier.broken)

def fail():
    raise ValueError("in the action")

failing = threading.Barrier(1, fail)
for _ in range(2):
    try:
        failing.wait()
    except (ValueError, threading.BrokenBarrierError) as error:
        print(type(error).__name__, error, failing.broken)
try:
    threading.Barrier(2).wait(timeout=0.02)
except threading.BrokenBarrierError:
    print("nobody came")
