# tests/conformance/futures/map_is_eager.py: map() takes all its arguments at once; what is left
# when it is closed is cancelled.
import time
from concurrent.futures import ThreadPoolExecutor

def numbers():
    for n in range(5):
        print("take", n)
        yield n

def slow(n):
    time.sleep(0.03)
    ran.append(n)
    return n

ran = []
with ThreadPoolExecutor(1) as pool:
    results = pool.map(slow, numbers())
    print("mapped")
    print(next(results))
    results.close()
print(len(ran) < 5, ran[0])
