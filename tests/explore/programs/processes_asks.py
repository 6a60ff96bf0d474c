# A process asks for the end of others: each answer that it can get is an outcome.
#
# alive, exitcode, children: the child lives or has ended: two. join: the first child is over, which
# says nothing of the second: two. wait: os.wait() gives the one that ended first: two.
import multiprocessing
import os
import sys


def nothing():
    pass


if __name__ == "__main__":
    asked = sys.argv[1]
    if asked == "wait":
        for status in range(2):
            if os.fork() == 0:
                os._exit(status)
        print([os.waitstatus_to_exitcode(os.wait()[1]) for _ in range(2)])
        sys.exit()
    processes = [multiprocessing.Process(target=nothing) for _ in range(1 + (asked == "join"))]
    for process in processes:
        process.start()
    if asked == "alive":
        print(process.is_alive())
    elif asked == "exitcode":
        print(process.exitcode)
    elif asked == "children":
        print(len(multiprocessing.active_children()))
    elif asked == "join":
        processes[0].join()
        print(process.is_alive())
    for process in processes:
        process.join()
