# A barrier of a counter and a turnstile.
import threading

from together import numbers, together

n = numbers[0]
count = 0
m = threading.Lock()
s = threading.Semaphore(0)


def work():
    global count
    with m:
        count = count + 1
        c = count
    if c == n:
        s.release()
    s.acquire()
    s.release()
    assert count == n


together(*[(work,)] * n)
print(count)
