# tests/conformance/generators/send_values.py: the value of a yield expression is what was sent.
def averager():
    total, n, mean = 0, 0, None
    while True:
        x = yield mean
        if x is None:
            print("got None")
            continue
        total, n = total + x, n + 1
        mean = total / n


a = averager()
print(a.send(None), a.send(10), a.send(20), next(a), a.send(3))
b = averager()
try:
    b.send(1)
except TypeError as e:
    print(e)
