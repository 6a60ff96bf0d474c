# Each writes its number and reads what is there.
from together import numbers, together

x = 0


def work(i):
    global x
    x = i
    r = x


together(*[(work, i) for i in range(numbers[0])])
print(x)
