# Dining philosophers as processes, with the lower fork first.
from multiprocessing import Array, Lock, Process


def philosopher(seat, forks, eaten):
    first, second = sorted((seat, (seat + 1) % len(forks)))
    for _ in range(5):
        with forks[first], forks[second]:
            eaten[seat] += 1


if __name__ == "__main__":
    forks = [Lock() for _ in range(5)]
    eaten = Array("i", 5)
    processes = [Process(target=philosopher, args=(seat, forks, eaten)) for seat in range(5)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(list(eaten), [process.exitcode for process in processes])
