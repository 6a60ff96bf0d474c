# Dining philosophers, each the left fork first, all at once: everybody waits; time limits end it.
import threading

count = 5
forks = [threading.Lock() for _ in range(count)]
all_have_one = threading.Barrier(count)
all_have_tried = threading.Barrier(count)
got = [None] * count


def philosopher(seat):
    with forks[seat]:
        all_have_one.wait()
        got[seat] = forks[(seat + 1) % count].acquire(timeout=0.05)
        all_have_tried.wait()


threads = [threading.Thread(target=philosopher, args=(seat,)) for seat in range(count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(got)
