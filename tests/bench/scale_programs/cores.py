import sys
import threading


def count(rounds):
    total = 0
    for number in range(rounds):
        total += number & 3
    return total


threads = [threading.Thread(target=count, args=(int(sys.argv[1]) // 8,)) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(threads))
