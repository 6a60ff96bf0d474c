# The first look is without the lock.
import threading

lock = threading.Lock()
instance = None


def get():
    global instance
    if instance is None:
        with lock:
            if instance is None:
                instance = object()
    return instance


threads = [threading.Thread(target=get) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(instance is not None)
