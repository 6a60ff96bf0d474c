# One seat, several buyers.
from together import numbers, together

seats, sold = 1, 0


def buyer():
    global seats, sold
    if seats > 0:
        s = seats
        seats = s - 1
        q = sold
        sold = q + 1


together(*[(buyer,)] * numbers[0])
print(seats, sold)
assert seats >= 0 and sold + seats == 1
