# tests/conformance/time/elapsed_is_sum_of_sleeps.py: sequential sleeps add up, parallel ones do
# not.
import threading
import time

a = time.perf_counter()
for _ in range(3):
    time.sleep(0.04)
b = time.perf_counter()
t = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in range(5)]
for x in t:
    x.start()
for x in t:
    x.join()
c = time.perf_counter()
print(b - a >= 0.12, c - b >= 0.1, c - b < 0.45)
