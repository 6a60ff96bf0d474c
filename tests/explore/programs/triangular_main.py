# As triangular, with main looking meanwhile.
import threading

from together import numbers

n = numbers[0]
lock = threading.Lock()
i, j = 3, 6


def first():
    global i
    for _ in range(n):
        with lock:
            i = j + 1


def second():
    global j
    for _ in range(n):
        with lock:
            j = i + 1


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
with lock:
    p = i
with lock:
    q = j
assert p <= 2 * n + 6 and q <= 2 * n + 6
for thread in threads:
    thread.join()
print(i, j)
