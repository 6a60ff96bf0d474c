# A Process subclass with its own __init__ and run; its attributes do not come back.
import multiprocessing
import time


class Worker(multiprocessing.Process):
    def __init__(self, number, results):
        super().__init__(name=f"worker-{number}")
        self.number, self.results, self.done = number, results, False

    def run(self):
        time.sleep(0.02 * self.number)
        self.done = True
        self.results.put((self.name, self.number ** 2, self.done))


if __name__ == "__main__":
    results = multiprocessing.SimpleQueue()
    workers = [Worker(number, results) for number in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for _ in workers:
        print(results.get())
    print([worker.done for worker in workers], [worker.is_alive() for worker in workers])
