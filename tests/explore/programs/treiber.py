# Treiber's stack; its compare-and-set is under a lock.
import threading

from together import numbers, together

pushers, poppers = numbers
head = None
nxt = [None] * pushers
lock = threading.Lock()
popped = [None] * poppers


def compare_and_set(old, new):
    global head
    with lock:
        r = head
        if r == old:
            head = new
    return r == old


def pusher(i):
    while True:
        h = head
        nxt[i] = h
        if compare_and_set(h, i):
            return


def popper(j):
    while True:
        h = head
        if h is None:
            return
        n = nxt[h]
        if compare_and_set(h, n):
            popped[j] = h
            return


together(*[(pusher, i) for i in range(pushers)], *[(popper, j) for j in range(poppers)])
stack, at = [], head
while at is not None:
    stack.append(at)
    at = nxt[at]
print(stack, popped)
