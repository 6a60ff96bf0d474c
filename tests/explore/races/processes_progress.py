# One process sets a Value, another looks at it: each access takes its lock, and that is enough.
import time
from multiprocessing import Process, Value


def work(done):
    for part in range(3):
        time.sleep(0.01)
        done.value = part + 1


if __name__ == "__main__":
    done = Value("i", 0)
    process = Process(target=work, args=(done,))
    process.start()
    while done.value < 3:
        time.sleep(0.005)
    process.join()
    print(done.value)
