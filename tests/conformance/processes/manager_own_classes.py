# tests/conformance/processes/manager_own_classes.py: classes of one's own registered with a manager.
from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount, *, fee=0):
        self.balance += amount - fee
        return self.balance

    def get(self):
        return self.balance

    def _hidden(self):
        return "hidden"


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


def pay(account):
    for _ in range(5):
        account.deposit(10, fee=1)


if __name__ == "__main__":
    with Bank() as bank:
        account = bank.Account(100)
        processes = [Process(target=pay, args=(account,)) for _ in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(account.get(), repr(account).partition(" at 0x")[0])
        try:
            account._hidden()
        except AttributeError as error:
            print(error)
        try:
            account.deposit("text")
        except TypeError as error:
            print(error)
