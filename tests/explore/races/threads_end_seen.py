# is_alive() that says no is as good as a join.
import threading
import time

counter = 0


def work():
    global counter
    counter += 1


thread = threading.Thread(target=work)
thread.start()
while thread.is_alive():
    time.sleep(0.01)
counter += 1
print(counter)
