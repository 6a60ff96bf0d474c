# threading.local has its attributes once a thread; a thread's own attribute is read after join().
import threading

local = threading.local()


class Worker(threading.Thread):
    def __init__(self, number):
        super().__init__()
        self.number = number
        self.result = None

    def run(self):
        local.value = self.number
        self.result = local.value * 2


workers = [Worker(number) for number in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print([worker.result for worker in workers])
