# A pair is read only if nobody wrote meanwhile.
from together import numbers, together

seq = a = b = 0
ended = None


def writer():
    global a, b, seq
    for k in range(1, numbers[0] + 1):
        s = seq
        seq = s + 1
        a = k
        b = k
        seq = s + 2


def reader():
    global ended
    ended = "gave up"
    s1 = seq
    if s1 % 2:
        return
    u = a
    v = b
    s2 = seq
    if s1 != s2:
        return
    assert u == v
    ended = u, v


together((writer,), (reader,))
print(seq, a, b, ended)
