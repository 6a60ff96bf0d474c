# tests/conformance/exceptions/try_except_else_finally_order.py: the order of the four parts, with
# and without an exception.
def run(x):
    try:
        print("try")
        result = 10 // x
    except ZeroDivisionError as e:
        print("except", e)
        return "from except"
    else:
        print("else", result)
        return "from else"
    finally:
        print("finally")


print(run(2))
print(run(0))
try:
    run("a")
except TypeError as e:
    print(e)
