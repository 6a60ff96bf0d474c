# tests/conformance/threading/sleep_orders_threads.py: threads that sleep different times end in
# the order of the times.
import threading
import time


def work(name, delay):
    time.sleep(delay)
    print(name)


t = [threading.Thread(target=work, args=a) for a in (("slow", 0.15), ("fast", 0.03), ("middle", 0.09))]
for x in t:
    x.start()
print("started")
for x in t:
    x.join()
print("joined")
