# A Condition between processes: wait_for with a shared value, notify_all, a timeout.
from multiprocessing import Condition, Process, Value


def stage(condition, at, mine):
    with condition:
        condition.wait_for(lambda: at.value == mine)
        print("stage", mine, flush=True)
        at.value += 1
        condition.notify_all()


if __name__ == "__main__":
    condition, at = Condition(), Value("i", 0)
    stages = [Process(target=stage, args=(condition, at, number)) for number in (2, 0, 1)]
    for process in stages:
        process.start()
    with condition:
        print(condition.wait_for(lambda: at.value == 3, timeout=10), flush=True)
        print(condition.wait(timeout=0.01))
    for process in stages:
        process.join()
