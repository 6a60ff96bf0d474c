# One seat, several buyers, one at a time.
import threading

from together import numbers, together

lock = threading.Lock()
seats, sold = 1, 0


def buyer():
    global seats, sold
    with lock:
        if seats > 0:
            s = seats
            seats = s - 1
            q = sold
            sold = q + 1


together(*[(buyer,)] * numbers[0])
print(seats, sold)
assert seats == 0 and sold == 1
