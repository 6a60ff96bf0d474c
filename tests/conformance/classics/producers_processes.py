# Producers and consumers as processes, over a queue of limited size.
from multiprocessing import Process, Queue


def produce(channel, number):
    for item in range(5):
        channel.put(number * 10 + item)


def consume(channel, results):
    total = 0
    while (item := channel.get()) is not None:
        total += item
    results.put(total)


if __name__ == "__main__":
    channel, results = Queue(maxsize=3), Queue()
    producers = [Process(target=produce, args=(channel, number)) for number in range(2)]
    consumers = [Process(target=consume, args=(channel, results)) for _ in range(2)]
    for process in producers + consumers:
        process.start()
    for process in producers:
        process.join()
    for _ in consumers:
        channel.put(None)
    print(sum(results.get() for _ in consumers))
    for process in consumers:
        process.join()
    print({process.exitcode for process in producers + consumers})
