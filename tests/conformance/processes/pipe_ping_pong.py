# Ping-pong over a pipe; the other end is closed at last.
from multiprocessing import Pipe, Process


def pong(end):
    while True:
        try:
            number = end.recv()
        except EOFError:
            print("pong: the other end is closed", flush=True)
            return
        end.send(number + 1)


if __name__ == "__main__":
    here, there = Pipe()
    process = Process(target=pong, args=(there,))
    process.start()
    there.close()
    number = 0
    while number < 6:
        here.send(number)
        number = here.recv()
        print("ping", number)
    print(here.poll(), here.poll(0.01))
    process.terminate()
    process.join()
    print(process.exitcode)
