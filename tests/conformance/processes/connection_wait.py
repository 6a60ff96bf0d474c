# tests/conformance/processes/connection_wait.py: waiting for several connections and processes.
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def child(writer, number):
    for turn in range(2):
        time.sleep(0.05 * (number + 1))
        writer.send((number, turn))
    writer.close()


if __name__ == "__main__":
    readers, processes = [], []
    for number in range(3):
        reader, writer = Pipe(duplex=False)
        process = Process(target=child, args=(writer, number))
        process.start()
        writer.close()
        readers.append(reader)
        processes.append(process)
    print(wait(readers, 0.001))
    got = []
    while readers:
        for reader in wait(readers):
            try:
                got.append(reader.recv())
            except EOFError:
                readers.remove(reader)
    print(sorted(got))
    sentinels = [process.sentinel for process in processes]
    for process in processes:
        process.join()
    print(wait(sentinels) == sentinels)
