# Nothing between reading and writing where CPython 3.11 gives the GIL up.
import threading

c = 0


def count():
    global c
    for _ in range(3):
        c += 1


threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(c)
