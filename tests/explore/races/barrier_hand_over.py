# What is written before a barrier is read behind it.
import threading

n = 3
written = [0] * n
barrier = threading.Barrier(n)


def work(i):
    written[i] = i + 1
    barrier.wait()
    assert sum(written) == 6


threads = [threading.Thread(target=work, args=(i,)) for i in range(n)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(written)
