# timeit: how long a statement takes, on the machine's own clock.
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number, default_repeat = 1000000, 5
default_timer = time.perf_counter


def _indented(text, columns):
    return text.replace("\n", "\n" + " " * columns)


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else dict(globals)
        for name, what in (("stmt", stmt), ("setup", setup)):
            if not callable(what) and not isinstance(what, str):
                raise ValueError(f"{name} is neither a string nor callable")
        if callable(stmt):
            names["_stmt"], stmt = stmt, "_stmt()"
        if callable(setup):
            names["_setup"], setup = setup, "_setup()"
        source = (f"def inner(_it, _timer):\n    {_indented(setup, 4)}\n    _t0 = _timer()\n"
                  f"    for _i in _it:\n        {_indented(stmt, 8)}\n        pass\n"
                  "    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(source, dummy_src_name, "exec"), names)
        self.inner = names["inner"]

    def timeit(self, number=default_number):
        return self.inner(iter(range(number)), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
