# tests/conformance/exceptions/name_deleted_after_except.py: the name of an `except` clause is
# deleted at its end.
e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print("inside", e)
try:
    print(e)
except NameError as n:
    print(n)


def f():
    try:
        1 / 0
    except ZeroDivisionError as err:
        del err
    try:
        return err
    except UnboundLocalError as u:
        return str(u)


print(f())
