# tests/conformance/functions/recursion_limit_depth.py: RecursionError comes at CPython's depth
# and can be caught.
def down(n):
    global deepest
    deepest = n
    down(n + 1)


try:
    down(1)
except RecursionError as e:
    print(e, deepest)


def inner():
    try:
        down(1)
    except RecursionError:
        return deepest


print(inner())
print("goes on")
