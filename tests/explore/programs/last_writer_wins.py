# Whoever writes last.
from together import numbers, together

x = None


def write(i):
    global x
    x = i


together(*[(write, i) for i in range(numbers[0])])
print(x)
