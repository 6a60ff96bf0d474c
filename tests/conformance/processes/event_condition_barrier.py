# tests/conformance/processes/event_condition_barrier.py: events, conditions and barriers between processes.
from multiprocessing import Barrier, Condition, Event, Process, Queue, Value


def waiter(event, results):
    results.put(event.wait(5))


def consumer(condition, ready, results):
    with condition:
        condition.wait_for(lambda: ready.value)
        results.put("ready")


def meeting(barrier, results):
    results.put(barrier.wait())


if __name__ == "__main__":
    event, results = Event(), Queue()
    print(event.is_set(), event.wait(0.01))
    processes = [Process(target=waiter, args=(event, results)) for _ in range(2)]
    for process in processes:
        process.start()
    event.set()
    print([results.get() for _ in range(2)], event.is_set())
    condition, ready = Condition(), Value("i", 0)
    processes += [Process(target=consumer, args=(condition, ready, results)) for _ in range(2)]
    for process in processes[2:]:
        process.start()
    with condition:
        ready.value = 1
        condition.notify_all()
    print([results.get() for _ in range(2)])
    barrier = Barrier(3)
    processes += [Process(target=meeting, args=(barrier, results)) for _ in range(3)]
    for process in processes[4:]:
        process.start()
    print(sorted(results.get() for _ in range(3)))
    for process in processes:
        process.join()
    print(barrier.parties, barrier.n_waiting, barrier.broken)
