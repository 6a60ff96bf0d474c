# A semaphore of one is a lock.
import threading

semaphore = threading.Semaphore(1)
total = 0


def add(n):
    global total
    with semaphore:
        total += n


threads = [threading.Thread(target=add, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
