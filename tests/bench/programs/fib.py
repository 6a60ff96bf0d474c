# Plain recursion: calls and small integers. Writes almost nothing but its few frames.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


while True:
    print(fib(27))
