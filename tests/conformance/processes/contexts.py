# Contexts: spawn begins anew, fork has a copy; freeze_support and set_start_method.
import multiprocessing as mp

state = ["at import"]


def show(queue, method):
    queue.put((method, state))


if __name__ == "__main__":
    mp.freeze_support()
    state.append("changed in main")
    for method in ("fork", "spawn"):
        context = mp.get_context(method)
        queue = context.Queue()
        process = context.Process(target=show, args=(queue, method))
        process.start()
        print(queue.get(), type(process).__name__, context.get_start_method())
        process.join()
    print(mp.get_all_start_methods(), mp.get_start_method())
    try:
        mp.set_start_method("spawn")
    except RuntimeError as error:
        print(error)
    mp.set_start_method("spawn", force=True)
    print(mp.get_start_method())
    try:
        mp.get_context("thread")
    except ValueError as error:
        print(error)
