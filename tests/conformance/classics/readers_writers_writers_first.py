# Readers and writers, writers first: who waits to write keeps new readers out.
import threading
import time


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = self.writers_waiting = 0
        self.writing = False

    def read(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing and self.writers_waiting == 0)
            self.readers += 1

    def end_read(self):
        with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    def write(self):
        with self.condition:
            self.writers_waiting += 1
            self.condition.wait_for(lambda: not self.writing and self.readers == 0)
            self.writers_waiting -= 1
            self.writing = True

    def end_write(self):
        with self.condition:
            self.writing = False
            self.condition.notify_all()


lock, log = ReadWriteLock(), []


def reader(name, delay):
    time.sleep(delay)
    lock.read()
    log.append(f"{name} in")
    time.sleep(0.1)
    lock.end_read()


def writer(delay):
    time.sleep(delay)
    lock.write()
    log.append("writer in")
    time.sleep(0.05)
    lock.end_write()


threads = [threading.Thread(target=reader, args=("r1", 0)),
           threading.Thread(target=writer, args=(0.03,)),
           threading.Thread(target=reader, args=("r2", 0.06))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log)
