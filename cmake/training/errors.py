# Exceptions, context managers, generators.
class Refused(Exception):
    def __init__(self, reason, code=0):
        super().__init__(reason)
        self.code = code


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append(1)
        return self

    def __exit__(self, kind, error, traceback):
        self.log.pop()
        return kind is Refused


def check(number):
    if number % 5 == 0:
        raise Refused("five", number)
    if number % 7 == 0:
        raise ValueError(f"seven in {number}")
    return [1, 2, 3][number % 4]


def careful(number):
    try:
        return check(number)
    except Refused as refused:
        return refused.code
    except (ValueError, TypeError) as error:
        try:
            raise KeyError(number) from error
        except LookupError as other:
            return len(str(other.__cause__)) + other.args[0] % 3
    except IndexError:
        return -1
    finally:
        number += 1


def nested(depth):
    if depth == 0:
        return {}["missing"]
    try:
        return nested(depth - 1)
    finally:
        depth -= 1


def guarded(turns):
    log = []
    total = 0
    for turn in range(turns):
        with Guard(log) as guard:
            total += len(guard.log) + check(turn * 4 + 1)
    return total


def numbers(end):
    for n in range(end):
        got = yield n
        if got:
            yield got * 2


def chained(end):
    yield from numbers(end)
    return (yield end)


def pulled(turns):
    total = 0
    for turn in range(turns):
        source = chained(6)
        total += next(source) + source.send(turn + 1) + sum(source)
        stopped = numbers(3)
        next(stopped)
        try:
            stopped.throw(Refused("stop"))
        except Refused:
            total += 1
        stopped.close()
    return total


def deep(turns):
    caught = 0
    for turn in range(turns):
        try:
            nested(turn % 6)
        except KeyError:
            caught += 1
        try:
            int("12x") + turn
        except ValueError as error:
            caught += len(error.args)
    return caught


print(sum(careful(number) for number in range(120000)))
print(deep(20000), pulled(20000))
try:
    print(guarded(20000))
except ValueError as error:
    print(error)
