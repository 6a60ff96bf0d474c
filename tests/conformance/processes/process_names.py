# tests/conformance/processes/process_names.py: names count up, also below a child.
import multiprocessing


def child():
    inner = multiprocessing.Process(target=print, args=("inner",))
    print(multiprocessing.current_process().name, inner.name)


if __name__ == "__main__":
    for name in None, "mine", None:
        process = multiprocessing.Process(target=child, name=name)
        process.start()
        process.join()
    print(multiprocessing.current_process().name, multiprocessing.parent_process())
    print(multiprocessing.get_context("fork").Process().name)
    print(multiprocessing.get_context("spawn").Process().name)
    process.name = "renamed"
    print(process.name)
