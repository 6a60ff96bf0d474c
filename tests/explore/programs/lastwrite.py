# Main reads after it has joined.
from together import numbers, together

x = 0


def write(i):
    global x
    x = i


together(*[(write, i) for i in range(1, numbers[0] + 1)])
print(x)
