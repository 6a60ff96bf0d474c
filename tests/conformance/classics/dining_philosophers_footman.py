# Dining philosophers with a footman (Little Book of Semaphores, 4.4): four at the table at once.
import threading

count, meals = 5, 20
forks = [threading.Semaphore(1) for _ in range(count)]
footman = threading.Semaphore(count - 1)
eaten = [0] * count
most, seated, mutex = 0, 0, threading.Lock()


def sit(change):
    global seated, most
    with mutex:
        seated += change
        most = max(most, seated)


def philosopher(seat):
    for _ in range(meals):
        footman.acquire()
        sit(1)
        forks[seat].acquire()
        forks[(seat + 1) % count].acquire()
        eaten[seat] += 1
        forks[seat].release()
        forks[(seat + 1) % count].release()
        sit(-1)
        footman.release()


threads = [threading.Thread(target=philosopher, args=(seat,)) for seat in range(count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(eaten, most < count)
