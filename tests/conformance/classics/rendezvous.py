# Rendezvous (Little Book of Semaphores, 3.3): a1 before b2 and b1 before a2.
import threading

a_arrived, b_arrived, log = threading.Semaphore(0), threading.Semaphore(0), []


def a():
    log.append("a1")
    a_arrived.release()
    b_arrived.acquire()
    log.append("a2")


def b():
    log.append("b1")
    b_arrived.release()
    a_arrived.acquire()
    log.append("b2")


threads = [threading.Thread(target=a), threading.Thread(target=b)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log.index("a1") < log.index("b2"), log.index("b1") < log.index("a2"), sorted(log))
