# Readers and writers, readers first: a lightswitch (Little Book of Semaphores, 4.2).
import threading
import time


class Lightswitch:
    def __init__(self):
        self.inside, self.mutex = 0, threading.Lock()

    def lock(self, semaphore):
        with self.mutex:
            self.inside += 1
            if self.inside == 1:
                semaphore.acquire()

    def unlock(self, semaphore):
        with self.mutex:
            self.inside -= 1
            if self.inside == 0:
                semaphore.release()


room_empty, switch, log = threading.Semaphore(1), Lightswitch(), []


def reader(name, delay):
    time.sleep(delay)
    switch.lock(room_empty)
    log.append(f"{name} in")
    time.sleep(0.1)
    switch.unlock(room_empty)


def writer(delay):
    time.sleep(delay)
    with room_empty:
        log.append("writer in")


threads = [threading.Thread(target=reader, args=("r1", 0)),
           threading.Thread(target=writer, args=(0.03,)),
           threading.Thread(target=reader, args=("r2", 0.06)),
           threading.Thread(target=reader, args=("r3", 0.13))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log)
