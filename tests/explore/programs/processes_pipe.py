# A question and its answer: whatever the order, nothing else can come out.
from multiprocessing import Pipe, Process


def answer(connection):
    connection.send(connection.recv() + 1)


if __name__ == "__main__":
    ours, theirs = Pipe()
    process = Process(target=answer, args=(theirs,))
    process.start()
    ours.send(1)
    print(ours.recv())
    process.join()
