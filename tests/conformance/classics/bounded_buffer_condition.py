# Producers and consumers: a bounded buffer as a monitor with two conditions.
import threading


class Buffer:
    def __init__(self, size):
        self.items, self.size, self.most = [], size, 0
        self.lock = threading.Lock()
        self.not_full = threading.Condition(self.lock)
        self.not_empty = threading.Condition(self.lock)

    def put(self, item):
        with self.not_full:
            while len(self.items) == self.size:
                self.not_full.wait()
            self.items.append(item)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            item = self.items.pop(0)
            self.not_full.notify()
            return item


buffer, taken, mutex = Buffer(3), [], threading.Lock()


def produce(number):
    for item in range(10):
        buffer.put((number, item))


def consume():
    for _ in range(10):
        item = buffer.get()
        with mutex:
            taken.append(item)


threads = [threading.Thread(target=produce, args=(number,)) for number in range(3)]
threads += [threading.Thread(target=consume) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(taken) == [(number, item) for number in range(3) for item in range(10)],
      buffer.most <= 3, buffer.items)
