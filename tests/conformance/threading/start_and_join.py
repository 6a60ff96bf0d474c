# tests/conformance/threading/start_and_join.py: a thread runs its target with its arguments; join
# waits for its end.
import threading


def work(a, b=0, *, c):
    print("work", a, b, c)


t = threading.Thread(target=work, args=(1, 2), kwargs={"c": 3})
print(t.is_alive())
t.start()
t.join()
print(t.is_alive())
t.join()
threading.Thread().start()
