# A buffer under a condition.
import threading

buffer = []
size = 0
changed = threading.Condition()


def producer():
    global size
    for n in range(3):
        with changed:
            buffer.append(n)
            size += 1
            changed.notify()


def consumer():
    global size
    for _ in range(3):
        with changed:
            while size == 0:
                changed.wait()
            size -= 1
            print(buffer.pop(0))


threads = [threading.Thread(target=consumer), threading.Thread(target=producer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
