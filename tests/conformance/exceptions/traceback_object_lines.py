# tests/conformance/exceptions/traceback_object_lines.py: the traceback object knows the lines.
def f():
    g()


def g():
    raise ValueError("x")


try:
    f()
except ValueError as e:
    t = e.__traceback__
    while t:
        print(t.tb_lineno, t.tb_frame.f_code.co_name)
        t = t.tb_next
    print(e.with_traceback(None) is e, e.__traceback__)
