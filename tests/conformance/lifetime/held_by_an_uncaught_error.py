# tests/conformance/lifetime/held_by_an_uncaught_error.py: what the frames of an uncaught error hold
# dies before what is global.
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def steps():
    try:
        yield 1
    finally:
        print("steps closed")


def work():
    local = Thing("local")
    running = steps()
    next(running)
    raise ValueError("inside", local.name)


kept = Thing("global")
work()
