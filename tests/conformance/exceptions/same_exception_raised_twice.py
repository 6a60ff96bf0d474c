# tests/conformance/exceptions/same_exception_raised_twice.py: raising one object twice keeps its
# identity and adds to its traceback.
err = ValueError("one object")


def go():
    raise err


caught = []
for i in range(2):
    try:
        go()
    except ValueError as e:
        caught.append(e)
print(caught[0] is caught[1] is err)
n, t = 0, err.__traceback__
while t:
    n, t = n + 1, t.tb_next
print(n)
