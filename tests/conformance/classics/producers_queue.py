# Producers and consumers over a queue of limited size, ended by sentinels.
import queue
import threading

channel = queue.Queue(maxsize=2)
results = queue.SimpleQueue()


def produce(number):
    for item in range(5):
        channel.put(number * 10 + item)


def consume():
    while (item := channel.get()) is not None:
        results.put(item * item)


consumers = [threading.Thread(target=consume) for _ in range(2)]
producers = [threading.Thread(target=produce, args=(number,)) for number in range(3)]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    channel.put(None)
for thread in consumers:
    thread.join()
print(sorted(results.get() for _ in range(results.qsize())))
