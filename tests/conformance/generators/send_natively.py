# send() on generators in all their states, as a method and otherwise.
def g():
    x = 0
    while True:
        y = yield x
        if y is None: return "end"
        x += y
def run():
    a = g(); a.send(None)
    out = [a.send(i) for i in range(5)]
    try: a.send(None)
    except StopIteration as e: out.append(e.value)
    try: a.send(1)
    except StopIteration as e: out.append(repr(e.value))
    try: g().send(1)
    except TypeError as e: out.append(str(e))
    def h():
        try: yield 1
        finally: out.append("closed")
    out.append(h().send(None))
    out.append("after")
    b = g(); type(b).send(b, None); out.append(type(b).send(b, 4))
    s = b.send; out.append(s(5))
    def r(): yield from q[0]
    class Q: pass
    q = [g()]
    c = r(); c.send(None); out.append(c.send(9))
    def self_():
        yield me[0].send(None)
    me = [None]; me[0] = self_()
    try: me[0].send(None)
    except ValueError as e: out.append(str(e))
    def deep(n):
        if n: return (yield deep2(n-1))
        yield "bottom"
    def deep2(n):
        return deep(n).send(None) if n else "x"
    out.append(deep(5).send(None))
    return out
print(run()); print(run())
