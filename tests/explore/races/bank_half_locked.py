# One of the two forgets the lock.
import threading

lock = threading.Lock()
balance = 100


def deposit():
    global balance
    for _ in range(3):
        with lock:
            balance += 10


def withdraw():
    global balance
    balance -= 5


threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
