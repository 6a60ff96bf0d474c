# A condition that is notified before anybody waits: the waiter waits for ever.
from multiprocessing import Condition, Process


def wait(condition):
    with condition:
        condition.wait()
    print("woken")


if __name__ == "__main__":
    condition = Condition()
    process = Process(target=wait, args=(condition,))
    process.start()
    with condition:
        condition.notify()
    process.join()
