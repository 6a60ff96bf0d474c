# os.register_at_fork: before in reverse order, afterwards in order, on each side.
import multiprocessing
import os

for name in "ab":
    os.register_at_fork(before=lambda name=name: print("before", name, flush=True),
                        after_in_parent=lambda name=name: order.append(f"parent {name}"),
                        after_in_child=lambda name=name: order.append(f"child {name}"))
order = []
pid = os.fork()
if pid == 0:
    print(order, flush=True)
    os._exit(0)
os.waitpid(pid, 0)
print(order, flush=True)


def show():
    print(order)


process = multiprocessing.get_context("fork").Process(target=show)
process.start()
process.join()
print(order)
for wrong in ({}, {"before": 3}):
    try:
        os.register_at_fork(**wrong)
    except TypeError as error:
        print(error)
