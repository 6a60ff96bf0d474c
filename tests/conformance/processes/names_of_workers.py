# current_process and parent_process: names, idents, daemons.
import multiprocessing as mp
import os


def show(queue):
    me, parent = mp.current_process(), mp.parent_process()
    queue.put((me.name, me.daemon, me.pid == os.getpid(), parent.name,
               parent.pid == os.getppid(), parent.is_alive(), me.ident == me.pid))


def name_of_worker(_):
    return mp.current_process().name.rpartition("-")[0], mp.current_process().daemon


if __name__ == "__main__":
    queue = mp.Queue()
    for name, daemon in ((None, False), ("named", True)):
        process = mp.Process(target=show, args=(queue,), name=name, daemon=daemon)
        process.start()
        print(queue.get())
        process.join()
        print(process.name)
    with mp.Pool(2) as pool:
        print(set(pool.map(name_of_worker, range(4))))
    print(mp.parent_process(), mp.current_process())
    print([child.name for child in mp.active_children()])
