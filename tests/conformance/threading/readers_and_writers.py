# tests/conformance/threading/readers_and_writers.py: readers share, a writer is alone.
import threading
import time

class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0

    def read(self):
        with self.condition:
            self.readers += 1

    def read_done(self):
        with self.condition:
            self.readers -= 1
            if not self.readers:
                self.condition.notify_all()

    def __enter__(self):
        self.condition.acquire()
        self.condition.wait_for(lambda: self.readers == 0)

    def __exit__(self, *error):
        self.condition.release()

lock, value, seen, most, now = ReadWriteLock(), [0, 0], [], 0, 0

def reader():
    global most, now
    for _ in range(3):
        lock.read()
        now += 1
        most = max(most, now)
        time.sleep(0.005)
        seen.append(value[0] == value[1])
        now -= 1
        lock.read_done()
        time.sleep(0.005)

def writer():
    for _ in range(3):
        with lock:
            value[0] += 1
            time.sleep(0.002)
            value[1] += 1
        time.sleep(0.005)

threads = [threading.Thread(target=target) for target in (reader, reader, writer, writer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(value, all(seen), len(seen), most)
