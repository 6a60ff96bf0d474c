# A multiplex (Little Book of Semaphores, 3.5) lets three in; a turnstile stops all at once.
import threading
import time

multiplex, turnstile = threading.Semaphore(3), threading.Semaphore(1)
mutex, inside, most, passed = threading.Lock(), 0, 0, []


def visit(name):
    global inside, most
    turnstile.acquire()
    turnstile.release()
    with multiplex:
        with mutex:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with mutex:
            inside -= 1
            passed.append(name)


turnstile.acquire()
threads = [threading.Thread(target=visit, args=(name,)) for name in range(9)]
for thread in threads:
    thread.start()
time.sleep(0.05)
print("closed", passed, inside)
turnstile.release()
for thread in threads:
    thread.join()
print("open", sorted(passed), most)
