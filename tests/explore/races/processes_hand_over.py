# A pipe, a queue, an event, a semaphore, a condition and a barrier each put one access before
# another in a second process.
from multiprocessing import (Array, Barrier, Condition, Event, Pipe, Process, Queue, RawArray,
                             Semaphore)


def work(cells, pipe, queue, event, semaphore, condition, barrier, started):
    pipe.recv()
    cells[0] += 1
    queue.get()
    cells[1] += 1
    event.wait()
    cells[2] += 1
    semaphore.acquire()
    cells[3] += 1
    with condition:
        condition.wait_for(lambda: started[0])
    cells[4] += 1
    barrier.wait()
    cells[5] += 1


if __name__ == "__main__":
    cells, started = RawArray("i", 6), Array("i", 1)
    ours, theirs = Pipe()
    queue, event, semaphore = Queue(), Event(), Semaphore(0)
    condition, barrier = Condition(), Barrier(2)
    process = Process(target=work, args=(cells, theirs, queue, event, semaphore, condition,
                                         barrier, started))
    process.start()
    cells[0] += 1
    ours.send(None)
    cells[1] += 1
    queue.put(None)
    cells[2] += 1
    event.set()
    cells[3] += 1
    semaphore.release()
    cells[4] += 1
    with condition:
        started[0] = 1
        condition.notify()
    cells[5] += 1
    barrier.wait()
    process.join()
    print(list(cells))
