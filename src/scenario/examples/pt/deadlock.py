# Um impasse: duas travas, tomadas em ordem oposta.
#
# `ida` tem a trava de ana e quer a de beto; `volta` tem a de beto e quer a de
# ana. Ninguém solta, as duas esperam para sempre e o programa não termina.
# A cura: todos tomam as travas na mesma ordem.
import threading
import time


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        print(threading.current_thread().name, "tem", source.name)
        time.sleep(0.002)  # consultando o saldo
        with target.lock:
            source.balance -= amount
            target.balance += amount


ana, beto = Account("ana", 100), Account("beto", 100)
there = threading.Thread(target=transfer, args=(ana, beto, 10), name="ida")
back = threading.Thread(target=transfer, args=(beto, ana, 20), name="volta")
there.start()
back.start()
there.join()
back.join()
print(ana.balance, beto.balance)
