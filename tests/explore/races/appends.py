# list.append happens at once: no race; nor is what main reads after joining.
import threading

results = []


def work(n):
    results.append(n * n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for result in sorted(results):
    print(result)
