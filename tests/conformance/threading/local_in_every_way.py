# threading.local: subclasses with arguments, __slots__, deletion, default values by __init__.
import threading


class Mine(threading.local):
    kind = "class"
    made = 0

    def __init__(self, start, *, step=1):
        self.value, self.step = start, step
        type(self).made += 1

    def advance(self):
        self.value += self.step
        return self.value


mine, plain = Mine(10, step=5), threading.local()
plain.x = 1
out = {}


def work(name):
    missing = hasattr(plain, "x")
    plain.x = name
    out[name] = missing, mine.advance(), mine.advance(), plain.x, sorted(mine.__dict__)


threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
    thread.join()
print(out, mine.value, plain.x, Mine.made, Mine.kind)
del plain.x
try:
    plain.x
except AttributeError as error:
    print(error)
