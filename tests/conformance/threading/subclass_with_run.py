# tests/conformance/threading/subclass_with_run.py: a subclass of Thread overrides run.
import threading


class Adder(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"adder-{n}")
        self.n = n
        self.result = None

    def run(self):
        print(self.name, "runs")
        self.result = sum(range(self.n))


threads = [Adder(n) for n in (10, 100)]
for t in threads:
    t.start()
    t.join()
print([t.result for t in threads])
