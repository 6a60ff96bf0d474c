# A check that expects the wrong balance once both others have come.
import threading

from together import together

x, y, z = 1, 2, 4
balance = x
deposited = withdrawn = False
lock = threading.Lock()


def check():
    with lock:
        if deposited and withdrawn:
            r = balance
            assert r == (x - y) - z


def deposit():
    global balance, deposited
    with lock:
        balance = balance + y
        deposited = True


def withdraw():
    global balance, withdrawn
    with lock:
        balance = balance - z
        withdrawn = True


together((check,), (deposit,), (withdraw,))
print(balance, deposited, withdrawn)
