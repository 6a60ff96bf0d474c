# multiprocessing.connection.wait over pipes and sentinels: who is ready first comes first.
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def talk(end, name, delay):
    for number in range(2):
        time.sleep(delay)
        end.send((name, number))
    end.close()


if __name__ == "__main__":
    readers = []
    for number in range(3):
        here, there = Pipe(duplex=False)
        readers.append(here)
        Process(target=talk, args=(there, f"p{number}", 0.1 + 0.07 * number)).start()
        there.close()
    while readers:
        for reader in wait(readers):
            try:
                print(reader.recv())
            except EOFError:
                readers.remove(reader)
    process = Process(target=time.sleep, args=(0.05,))
    process.start()
    print(wait([process.sentinel], timeout=0.001), wait([process.sentinel]) == [process.sentinel])
    process.join()
