# What a generator or a coroutine lets go of at its end, and in which order.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("died", self.name, end="; ")


def numbers(name):
    first, second = Loud(name + "1"), Loud(name + "2")
    yield 1
    third = Loud(name + "3")
    yield 2


async def waits(name):
    one, two = Loud(name + "1"), Loud(name + "2")
    return Loud(name + "r")


async def outer():
    kept = Loud("kept")
    got = await waits("w")
    print("awaited", got.name)
    await waits("lost")
    print("lost")


for turn in range(2):
    for number in numbers("g"):
        print(number, end=" ")
    print("loop over")
    one = numbers("s")
    print(one.send(None), end=" ")
    print(one.send(None), end=" ")
    try:
        one.send(None)
    except StopIteration:
        print("stopped")
    print(list(numbers("l")))
    coroutine = outer()
    try:
        coroutine.send(None)
    except StopIteration:
        print("done")
    print(numbers("t").send(None), "gone at once")


def delegates():
    kept = Loud("d")
    yield from numbers("y")


print(list(delegates()))
