# tests/conformance/threading/dining_philosophers.py: five philosophers who take the lower fork
# first all eat.
import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals, guard = [0] * 5, threading.Lock()

def philosopher(seat):
    first, second = sorted((seat, (seat + 1) % 5))
    for _ in range(3):
        with forks[first]:
            time.sleep(0.001)
            with forks[second]:
                with guard:
                    meals[seat] += 1
        time.sleep(0.001)

threads = [threading.Thread(target=philosopher, args=(seat,)) for seat in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(meals, any(fork.locked() for fork in forks))
