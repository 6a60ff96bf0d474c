# tests/conformance/exceptions/traceback_outlives_exception.py: a traceback that a script keeps
# stays whole when its exception is gone and others have come and gone.


def inner(number):
    text = "local " + str(number)
    raise KeyError(text)


def outer(number):
    inner(number + 1)


def show(traceback):
    while traceback is not None:
        names = sorted(traceback.tb_frame.f_locals.items()) if traceback.tb_next is None else []
        print(traceback.tb_lineno, traceback.tb_frame.f_code.co_name, names)
        traceback = traceback.tb_next


def keep(number):
    try:
        outer(number)
    except KeyError as error:
        return error.__traceback__


def keep_second(number):
    try:
        outer(number)
    except KeyError as error:
        return error.__traceback__.tb_next.tb_next


def hand_on(number):
    try:
        outer(number)
    except KeyError as error:
        again = ValueError(number).with_traceback(error.__traceback__)
    try:
        raise again
    except ValueError as error:
        return error


def churn():
    for number in range(2000):
        try:
            outer(number)
        except KeyError:
            pass


class Exit:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.traceback = traceback
        return True


first, second, third = keep(1), keep_second(2), hand_on(3)
with Exit() as manager:
    outer(4)
churn()
show(first)
show(second)
show(third.__traceback__)
show(manager.traceback)


def reraised(number):
    local = [number]
    try:
        outer(number)
    except KeyError as error:
        kept.append(error.__traceback__)
        raise


kept = []
for number in range(3):
    try:
        reraised(number)
    except KeyError:
        pass
churn()
for traceback in kept:
    show(traceback)
