# tests/conformance/processes/process_basics.py: a process object before, while and after it runs.
import multiprocessing


def child(number):
    print("child", number, multiprocessing.current_process().name)
    print(multiprocessing.parent_process().name)


if __name__ == "__main__":
    process = multiprocessing.Process(target=child, args=(1,))
    print(process.name, process.is_alive(), process.exitcode, process.daemon, process.pid)
    process.start()
    process.join()
    print(process.name, process.is_alive(), process.exitcode, process.pid is None)
    print(type(process).__name__, multiprocessing.active_children())
    try:
        process.start()
    except AssertionError as error:
        print(error)
    process.close()
    try:
        process.join()
    except ValueError as error:
        print(error)
