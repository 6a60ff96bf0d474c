# tests/conformance/processes/process_dying_objects.py: a child's copies of objects die with it, unseen.
import multiprocessing


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, multiprocessing.current_process().name)


def child(loud):
    own = Loud("own")
    del own
    print("child ends", loud.name)


if __name__ == "__main__":
    loud = Loud("parent's")
    process = multiprocessing.Process(target=child, args=(loud,))
    process.start()
    process.join()
    print([[] for _ in range(3)])
    loud = None
    print("end")
