# tests/conformance/imports/from_two_threads.py: the second thread waits until the body has run.
import threading


def use(name):
    import slow_start
    print(name, slow_start.ready)


threads = [threading.Thread(target=use, args=(name,)) for name in ("first", "second")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
