# A Manager's dict and list used by several processes, under its lock.
from multiprocessing import Manager, Process


def work(counts, names, lock, number):
    for step in range(3):
        with lock:
            key = "even" if (number + step) % 2 == 0 else "odd"
            counts[key] = counts.get(key, 0) + 1
    names.append(f"w{number}")


if __name__ == "__main__":
    with Manager() as manager:
        counts, names, lock = manager.dict(), manager.list(), manager.Lock()
        workers = [Process(target=work, args=(counts, names, lock, n)) for n in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(sorted(counts.items()), sorted(names), len(names))
        print(dict(counts) == counts.copy(), "even" in counts)
