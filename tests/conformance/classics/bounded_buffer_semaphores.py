# Producers and consumers: a bounded buffer of semaphores (Dijkstra, "Cooperating sequential
# processes").
import threading

size = 4
mutex, spaces, items = threading.Semaphore(1), threading.Semaphore(size), threading.Semaphore(0)
ring, first, last, total = [None] * size, 0, 0, 0


def produce():
    global last
    for item in range(1, 26):
        spaces.acquire()
        with mutex:
            ring[last % size] = item
            last += 1
        items.release()


def consume():
    global first, total
    for _ in range(25):
        items.acquire()
        with mutex:
            total += ring[first % size]
            first += 1
        spaces.release()


threads = [threading.Thread(target=work) for work in (produce, consume, produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, first, last, last - first)
