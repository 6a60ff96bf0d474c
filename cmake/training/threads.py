# Threads: locks, conditions, events, queues, sleeping.
import queue
import threading
import time


def add(lock, counts, turns):
    for turn in range(turns):
        with lock:
            counts[0] += turn % 3


def work(jobs, results):
    while True:
        job = jobs.get()
        if job is None:
            return
        if job % 50 == 0:
            time.sleep(0.001)
        results.put(job * job)


class Turns:
    def __init__(self, players):
        self.condition = threading.Condition()
        self.players = players
        self.turn = 0

    def play(self, player, rounds):
        for _ in range(rounds):
            with self.condition:
                while self.turn % self.players != player:
                    self.condition.wait()
                self.turn += 1
                self.condition.notify_all()


def run(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


counts, lock = [0], threading.Lock()
run([threading.Thread(target=add, args=(lock, counts, 30000)) for _ in range(4)])
jobs, results = queue.Queue(), queue.Queue()
for job in range(20000):
    jobs.put(job)
for _ in range(3):
    jobs.put(None)
run([threading.Thread(target=work, args=(jobs, results)) for _ in range(3)])
turns = Turns(3)
run([threading.Thread(target=turns.play, args=(player, 2000)) for player in range(3)])
print(counts, sum(results.get() for _ in range(20000)), turns.turn)
