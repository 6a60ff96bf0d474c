# A reusable barrier of two turnstiles (Little Book of Semaphores, 3.7): nobody laps another.
import threading


class Barrier:
    def __init__(self, n):
        self.n, self.count, self.mutex = n, 0, threading.Semaphore(1)
        self.turnstile, self.turnstile2 = threading.Semaphore(0), threading.Semaphore(0)

    def phase1(self):
        with self.mutex:
            self.count += 1
            if self.count == self.n:
                self.turnstile.release(self.n)
        self.turnstile.acquire()

    def phase2(self):
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                self.turnstile2.release(self.n)
        self.turnstile2.acquire()

    def wait(self):
        self.phase1()
        self.phase2()


barrier, log, mutex = Barrier(4), [], threading.Lock()


def work(name):
    for step in range(5):
        with mutex:
            log.append((step, name))
        barrier.wait()


threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([step for step, _ in log] == sorted(step for step, _ in log), len(log))
print([sorted(name for at, name in log if at == step) for step in range(2)])
