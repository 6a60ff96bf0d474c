# Read before the worker is done.
import threading

x = None


def work():
    global x
    x = 42


worker = threading.Thread(target=work)
worker.start()
r = x
assert r == 42
worker.join()
print(x)
