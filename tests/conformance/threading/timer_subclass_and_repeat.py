# A Timer with arguments, a Timer that repeats, is_alive, daemon timers.
import threading


class Repeating(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks, enough = [], threading.Event()


def tick(what, by=1):
    ticks.append(what)
    if len(ticks) >= 3 * by:
        enough.set()


repeating = Repeating(0.02, tick, ["tick"], {"by": 1})
repeating.start()
enough.wait()
repeating.cancel()
repeating.join()
print(ticks, repeating.is_alive(), isinstance(repeating, threading.Thread))
once = threading.Timer(0.01, print, args=("once",))
print(once.daemon, once.interval, once.finished.is_set())
once.start()
once.join()
print(once.finished.is_set())
