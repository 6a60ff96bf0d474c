# Heaps of what compares by itself, of what compares in Python, and of what does not compare.
import heapq
import random

random.seed(11)


class Job:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.name}"


def drain(heap):
    return [heapq.heappop(heap) for _ in range(len(heap))]


for kind in (int, float, str, lambda n: (n % 7, str(n)), lambda n: Job(n % 9, n),
             lambda n: (n % 3, Job(n % 5, n))):
    items = [kind(random.randrange(60)) for _ in range(50)]
    heap = []
    for item in items:
        heapq.heappush(heap, item)
    print(heap)
    print(heapq.heapreplace(heap, kind(30)), heapq.heappushpop(heap, kind(5)), heap[:5])
    print(drain(heap))
    heapq.heapify(items)
    print(items)
    print(drain(items)[:7])
    nine = [kind(n) for n in range(9)]
    print(heapq.nsmallest(3, nine), heapq.nlargest(2, nine))
heap = [1, 2]
try:
    heapq.heappush(heap, "x")
except TypeError as error:
    print(error, heap)
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
nan = float("nan")
heap = []
for value in (3.0, nan, 1.0, nan, 2.0, 0.5):
    heapq.heappush(heap, value)
print(heap, drain(heap))
