# A call between reading and writing: another thread can come between, GIL or not.
import threading

c = 0


def count():
    global c
    for _ in range(3):
        c = int(c) + 1


threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(c)
