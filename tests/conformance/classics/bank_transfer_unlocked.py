# A bank transfer that reads, waits and writes without a lock: the second one undoes the first.
import threading
import time

balance = {"a": 100, "b": 0}


def transfer(amount, thinking):
    left = balance["a"]
    time.sleep(thinking)
    balance["a"] = left - amount
    balance["b"] += amount


threads = [threading.Thread(target=transfer, args=(30, 0.05)),
           threading.Thread(target=transfer, args=(50, 0.1))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance, sum(balance.values()))
