# A lost update: two threads add to one number, and some additions vanish.
#
# Each thread reads the number, thinks a moment, and writes what it read
# plus one. Whoever writes last overwrites what the other one wrote. Step by
# line and watch `seen` in both threads.
import threading
import time

count = 0


def add(times):
    global count
    for _ in range(times):
        seen = count
        time.sleep(0.001)  # anything may happen here
        count = seen + 1


ana = threading.Thread(target=add, args=(3,), name="ana")
rui = threading.Thread(target=add, args=(3,), name="rui")
ana.start()
rui.start()
ana.join()
rui.join()
print("added 6 times, count is", count)

# With a lock around the three lines nothing is lost:
#     with lock:
#         seen = count
#         time.sleep(0.001)
#         count = seen + 1
