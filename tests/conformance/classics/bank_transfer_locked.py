# Bank transfers with a lock an account, taken in order: no money is lost, nobody waits for ever.
import random
import threading


class Account:
    def __init__(self, number, balance):
        self.number, self.balance, self.lock = number, balance, threading.Lock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance >= amount:
            source.balance -= amount
            target.balance += amount


accounts = [Account(number, 100) for number in range(4)]


def clerk(seed):
    choose = random.Random(seed)
    for _ in range(50):
        transfer(*choose.sample(accounts, 2), choose.randint(1, 30))


threads = [threading.Thread(target=clerk, args=(seed,)) for seed in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(account.balance for account in accounts),
      all(account.balance >= 0 for account in accounts))
