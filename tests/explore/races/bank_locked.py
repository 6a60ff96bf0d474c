# Transfers under a lock.
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance


lock = threading.Lock()


def transfer(source, target, amount):
    with lock:
        source.balance -= amount
        target.balance += amount


savings, current = Account(100), Account(100)
threads = [threading.Thread(target=transfer, args=(savings, current, 10)),
           threading.Thread(target=transfer, args=(current, savings, 20))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(savings.balance, current.balance)
