# tests/conformance/processes/process_daemons.py: daemons end with the program; it waits for the others.
import multiprocessing
import time


def endless():
    while True:
        time.sleep(1)


def grandchild():
    try:
        multiprocessing.Process(target=endless).start()
    except AssertionError as error:
        print(error)


def last():
    time.sleep(0.2)
    print("last")


if __name__ == "__main__":
    multiprocessing.Process(target=endless, daemon=True).start()
    process = multiprocessing.Process(target=grandchild)
    process.daemon = True
    process.start()
    process.join()
    try:
        process.daemon = False
    except AssertionError as error:
        print(error)
    multiprocessing.Process(target=last).start()
    print("main is over")
