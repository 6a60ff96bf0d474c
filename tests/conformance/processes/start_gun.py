# An Event as a start gun, a Barrier at the finish, a Semaphore for two lanes.
from multiprocessing import Barrier, Event, Process, Semaphore, Value


def run(gun, finish, lanes, inside, most):
    gun.wait()
    with lanes:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        with inside.get_lock():
            inside.value -= 1
    finish.wait()


if __name__ == "__main__":
    gun, finish, lanes = Event(), Barrier(5), Semaphore(2)
    inside, most = Value("i", 0), Value("i", 0)
    runners = [Process(target=run, args=(gun, finish, lanes, inside, most)) for _ in range(4)]
    for runner in runners:
        runner.start()
    print(gun.is_set(), [runner.is_alive() for runner in runners])
    gun.set()
    print(finish.wait(5) in range(5), finish.broken)
    for runner in runners:
        runner.join()
    print(inside.value, 1 <= most.value <= 2, [runner.exitcode for runner in runners])
