# tests/conformance/exceptions/exception_in_except_expression.py: the expression of a clause is
# evaluated only when it is reached.
def which(name, cls):
    print("evaluate", name)
    return cls


try:
    raise KeyError("k")
except which("first", ValueError):
    print("value")
except which("second", KeyError):
    print("key")
except which("third", Exception):
    print("never")
try:
    pass
except undefined_name:
    pass
try:
    try:
        raise KeyError("k")
    except undefined_name:
        pass
except NameError as e:
    print(e, "after", repr(e.__context__))
