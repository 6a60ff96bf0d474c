# set() orders what was before it, for wait() and for is_set().
import threading
import time

value = other = None
ready, again = threading.Event(), threading.Event()


def maker():
    global other, value
    value = 7
    ready.set()
    other = 8
    again.set()


def user():
    ready.wait()
    print(value)
    while not again.is_set():
        time.sleep(0.001)
    print(other)


threads = [threading.Thread(target=user), threading.Thread(target=maker)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
