# Dining philosophers (Dijkstra): who takes the lower fork first never deadlocks.
import threading

count, meals = 5, 20
forks = [threading.Lock() for _ in range(count)]
eaten = [0] * count


def philosopher(seat):
    first, second = sorted((seat, (seat + 1) % count))
    for _ in range(meals):
        with forks[first], forks[second]:
            eaten[seat] += 1


threads = [threading.Thread(target=philosopher, args=(seat,)) for seat in range(count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(eaten)
