# The sleeping barber (Dijkstra): three chairs, who finds none goes away.
import threading
import time

chairs, waiting, mutex = 3, [], threading.Lock()
customers, log = threading.Semaphore(0), []


def barber():
    while True:
        customers.acquire()
        with mutex:
            customer = waiting.pop(0)
        if customer is None:
            return
        log.append(f"cuts {customer}")
        time.sleep(0.1)


def enter(customer):
    with mutex:
        if customer is not None and len(waiting) == chairs:
            log.append(f"{customer} goes away")
            return
        waiting.append(customer)
    customers.release()


shop = threading.Thread(target=barber)
shop.start()
time.sleep(0.02)
for number in range(6):
    enter(f"c{number}")
    time.sleep(0.01)
time.sleep(0.6)
enter("late")
enter(None)
shop.join()
print(log)
