# sched: functions called at given times, one after the other.
import heapq
import threading
import time
from collections import namedtuple
from time import monotonic as _time

__all__ = ["scheduler"]


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    # Ordered by the first three.
    __slots__ = ()

    def __eq__(self, other):
        return isinstance(other, Event) and self[:3] == other[:3]

    def __lt__(self, other):
        return self[:3] < other[:3]

    def __le__(self, other):
        return self[:3] <= other[:3]

    def __gt__(self, other):
        return self[:3] > other[:3]

    def __ge__(self, other):
        return self[:3] >= other[:3]

    __hash__ = tuple.__hash__


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._count = 0

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        with self._lock:
            event = Event(time, priority, self._count, action, argument,
                          {} if kwargs is None else kwargs)
            self._count += 1
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        queue, delay, now = self._queue, self.delayfunc, self.timefunc
        while True:
            with self._lock:
                if not queue:
                    return None
                event = queue[0]
                left = event[0] - now()
                if left <= 0:
                    heapq.heappop(queue)
            if left > 0:
                if not blocking:
                    return left
                delay(left)
            else:
                event[3](*event[4], **event[5])
                delay(0)  # others may run

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
