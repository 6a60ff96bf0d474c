# Threads that print as they like: which lines there are does not depend on the order.
import threading
import time

lock = threading.Lock()


def work(name):
    for step in range(4):
        with lock:
            print(name, step)
        if step % 2:
            time.sleep(0.001)


threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("end")
