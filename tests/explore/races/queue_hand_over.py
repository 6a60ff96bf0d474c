# What goes through a queue is handed over.
import queue
import threading


class Job:
    def __init__(self, number):
        self.number = number
        self.done = False


jobs, ready = queue.Queue(), queue.Queue()


def worker():
    while (job := jobs.get()) is not None:
        job.done = True
        ready.put(job)


thread = threading.Thread(target=worker)
thread.start()
for number in range(3):
    jobs.put(Job(number))
jobs.put(None)
for _ in range(3):
    job = ready.get()
    print(job.number, job.done)
thread.join()
