# tests/conformance/processes/process_subclass.py: a subclass of Process with its own run().
from multiprocessing import Process, Queue


class Squares(Process):
    def __init__(self, numbers, results):
        super().__init__()
        self.numbers, self.results = numbers, results

    def run(self):
        for number in self.numbers:
            self.results.put((self.name, number * number))


if __name__ == "__main__":
    results = Queue()
    workers = [Squares(range(start, start + 3), results) for start in (0, 10)]
    for worker in workers:
        worker.start()
    found = sorted(results.get() for _ in range(6))
    for worker in workers:
        worker.join()
    print(found)
