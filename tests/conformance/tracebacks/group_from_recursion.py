# The uncaught group that comes out of a recursion: how its repeated lines are told.
def down(depth):
    if depth:
        down(depth - 1)
    else:
        raise ExceptionGroup("at the bottom", [ValueError("one"), TypeError("two")])


down(6)
