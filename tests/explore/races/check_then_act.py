# A cache that two threads fill.
import threading

cache = {}


def load(key):
    return key.upper()


def get(key):
    if key not in cache:
        cache[key] = load(key)
    return cache[key]


threads = [threading.Thread(target=get, args=("a",)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(cache)
