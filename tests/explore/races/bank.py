# Transfers without a lock: each side of the accounts is read, then written.
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    taken = int(source.balance)
    source.balance = taken - amount
    given = int(target.balance)
    target.balance = given + amount


savings, current = Account(100), Account(100)
threads = [threading.Thread(target=transfer, args=(savings, current, 10)),
           threading.Thread(target=transfer, args=(current, savings, 20))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(savings.balance + current.balance)
