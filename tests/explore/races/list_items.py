# A sum while another thread writes an item.
import threading

values = [1, 2, 3]


def change():
    values[1] = 20


def add():
    print(sum(values) in (6, 24))


threads = [threading.Thread(target=change), threading.Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
