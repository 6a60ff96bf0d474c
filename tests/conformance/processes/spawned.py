# tests/conformance/processes/spawned.py: a spawned process runs the main script again.
import multiprocessing

print("module", __name__)
number = 1


class Kept:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Kept({self.value})"


def child(queue, connection, value, event):
    print("child", number, __name__, multiprocessing.current_process().name)
    queue.put(Kept(1))
    connection.send("sent")
    with value.get_lock():
        value.value += 1
    event.set()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    number = 2
    queue, event = multiprocessing.Queue(), multiprocessing.Event()
    ours, theirs = multiprocessing.Pipe()
    value = multiprocessing.Value("i", 5)
    process = multiprocessing.Process(target=child, args=(queue, theirs, value, event))
    process.start()
    print(queue.get(), ours.recv())
    process.join()
    print(process.exitcode, value.value, event.is_set())
    try:
        multiprocessing.Process(target=lambda: 1).start()
    except Exception as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])
