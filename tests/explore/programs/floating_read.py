# Main reads before it joins.
import threading

from together import numbers

x = 0


def write(i):
    global x
    x = i


threads = [threading.Thread(target=write, args=(i,)) for i in range(1, numbers[0] + 1)]
for thread in threads:
    thread.start()
r = x
assert r <= numbers[0]
for thread in threads:
    thread.join()
print(x)
