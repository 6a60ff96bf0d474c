# Each thread has an item of its own.
import threading

results = [None] * 4


def work(n):
    results[n] = n * n


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
