# A generator as coroutine: an event loop in a dozen lines.
#
# A generator stops at each yield and can be resumed later, exactly there.
# That is all that `await` needs. This loop takes the first generator from a
# queue, lets it run to its next yield, and puts it at the end of the queue.

def countdown(name, number):
    while number > 0:
        print(name, number)
        yield  # "I give way": the loop goes on with somebody else
        number -= 1
    return f"{name} lands"


def loop(*tasks):
    ready = list(tasks)
    while ready:
        task = ready.pop(0)
        try:
            next(task)
        except StopIteration as stop:
            print(stop.value)
        else:
            ready.append(task)


loop(countdown("kite", 3), countdown("plane", 2), countdown("leaf", 4))
print("all down")
