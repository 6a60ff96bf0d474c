# A deadlock: two locks, taken in opposite order.
#
# `there` holds ana's lock and wants beto's; `back` holds beto's and wants
# ana's. Neither lets go, so both wait for ever, and the program never ends.
# The cure: everybody takes the locks in the same order.
import threading
import time


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        print(threading.current_thread().name, "holds", source.name)
        time.sleep(0.002)  # looking up the balance
        with target.lock:
            source.balance -= amount
            target.balance += amount


ana, beto = Account("ana", 100), Account("beto", 100)
there = threading.Thread(target=transfer, args=(ana, beto, 10), name="there")
back = threading.Thread(target=transfer, args=(beto, ana, 20), name="back")
there.start()
back.start()
there.join()
back.join()
print(ana.balance, beto.balance)
