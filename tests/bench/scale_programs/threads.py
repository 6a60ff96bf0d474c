import sys
import threading

count = int(sys.argv[1])
go, lock, done = threading.Event(), threading.Lock(), []


def work(number):
    go.wait()
    with lock:
        done.append(number)


# All of them live at once, wait, and are ready to run at the same moment.
threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
for thread in threads:
    thread.start()
go.set()
for thread in threads:
    thread.join()
print(len(done))
