# tests/conformance/queue/deque_methods.py: what a queue keeps its items in, with and without a limit.
import queue
deque = type(queue.Queue().queue)
d = deque([1,2,3], 3)
d.append(4); print(d, len(d), bool(d), d.maxlen)
for i in range(100): d.append(i)
print(d.popleft(), d)
e = deque()
print(bool(e), not e)
try: e.popleft()
except IndexError as x: print(x)
for i in range(1000):
    e.append(i)
    if i % 3: print(e.popleft(), end=" ") if i > 990 else e.popleft()
print(len(e))
class Mine(deque):
    def __init__(self, *a):
        super().__init__(*a)
        self.more = 1
m = Mine([5]); m.append(6); print(m.popleft(), len(m), m.more, [*m])
class Odd(deque):
    def __len__(self): return 7
print(len(Odd()), bool(Odd()))
try: d.foo = 1
except AttributeError as x: print("no attribute")
try: deque.append(5, 1)
except TypeError as x: print("type error")
try: deque([]).append()
except TypeError as x: print("type error")
z = deque([], 0); z.append(1); print(len(z), z)
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
q = deque()
for i in range(3): q.append(D(i))
q.popleft(); print("gone"); x = q.popleft(); print("kept"); x = None; print("end")
q.clear()
print("cleared")

