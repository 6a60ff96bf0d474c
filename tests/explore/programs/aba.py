# The head looks as it did, although a node has been used again.
import threading

from together import together

lock = threading.Lock()
head, nxt_a, nxt_b = "A", "B", None
ended = [None, None]


def pop_locked():
    global head
    with lock:
        h = head
        if h:
            head = nxt_a if h == "A" else nxt_b
    return h


def first():
    global head
    h = head
    if h is None:
        return
    n = nxt_a if h == "A" else nxt_b
    with lock:
        r = head
        if r == h:
            head = n
    ended[0] = h if r == h else "retry"


def second():
    global head, nxt_a
    a = pop_locked()
    b = pop_locked()
    if a == "A":
        nxt_a = None
        with lock:
            head = "A"
    ended[1] = a, b


together((first,), (second,))
print(head, nxt_a, nxt_b, ended)
assert head != "B"
