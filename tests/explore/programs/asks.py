# The main thread asks, once, for what a thread changes: each answer that it can get is an outcome.
#
# alive, join, timeout, enumerate, event, done: before the change or after it, two answers (timeout
# asks twice and tells the second answer, so that there are three executions).
# active: two threads that end, so none, one or both of them are left: three answers.
# locked, try: the lock is free (before, after) or held: two answers.
# queue: asks twice; the item comes before, between or after: three answers.
# nowait: the item is there or not: two. tasks, deque: as queue, with attributes.
# semaphore: 1 (before, after) or 0: two. waiting: before the thread comes to the barrier, or after.
# main: whether the main thread lives, asked by another: two.
# names: two threads end; one asks which live: both, only the first, only the second, none: four.
import sys
import threading
from collections import deque
from concurrent.futures import Future
from queue import Empty, Queue

asked = sys.argv[1]
lock = threading.Lock()
semaphore = threading.Semaphore()
barrier = threading.Barrier(2)
event = threading.Event()
future = Future()
items = Queue()
plain = deque()


def nothing():
    pass


def hold():
    with lock:
        pass


def count_down():
    with semaphore:
        pass


def begin(*targets):
    threads = [threading.Thread(target=target, name=str(number))
               for number, target in enumerate(targets)]
    for thread in threads:
        thread.start()
    return threads


if asked == "alive":
    threads = begin(nothing)
    print(threads[0].is_alive())
elif asked == "join":  # the first is over; that says nothing of the second
    threads = begin(nothing, nothing)
    threads[0].join()
    print(threads[1].is_alive())
elif asked == "timeout":
    threads = begin(nothing)
    threads[0].join(0)
    print(threads[0].is_alive())
elif asked == "active":
    threads = begin(nothing, nothing)
    print(threading.active_count())
elif asked == "enumerate":
    threads = begin(nothing)
    print(threads[0] in threading.enumerate())
elif asked == "names":
    threads = begin(nothing, nothing)
    print([thread.name for thread in threading.enumerate()])
elif asked == "event":
    threads = begin(event.set)
    print(event.is_set())
elif asked == "locked":
    threads = begin(hold)
    print(lock.locked())
elif asked == "try":
    threads = begin(hold)
    got = lock.acquire(blocking=False)
    print(got)
    if got:
        lock.release()
elif asked == "queue":
    threads = begin(lambda: items.put(1))
    print(items.empty(), items.qsize())
elif asked == "nowait":
    threads = begin(lambda: items.put(1))
    try:
        print(items.get_nowait())
    except Empty:
        print("empty")
elif asked == "tasks":
    threads = begin(lambda: items.put(1))
    print(items.unfinished_tasks, len(items.queue))
elif asked == "deque":
    threads = begin(lambda: plain.append(1))
    print(len(plain))
elif asked == "semaphore":
    threads = begin(count_down)
    print(semaphore._value)
elif asked == "done":
    threads = begin(lambda: future.set_result(1))
    print(future.done())
elif asked == "waiting":
    threads = begin(barrier.wait)
    print(barrier.n_waiting)
    barrier.wait()
elif asked == "main":
    threads = begin(lambda: print(threading.main_thread().is_alive()))
if asked != "main":
    for thread in threads:
        thread.join()
