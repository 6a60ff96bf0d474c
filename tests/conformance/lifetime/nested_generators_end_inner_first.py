# tests/conformance/lifetime/nested_generators_end_inner_first.py: a dying generator closes the
# one that it delegates to.
def inner():
    try:
        yield 1
    finally:
        print("inner")


def outer():
    try:
        yield from inner()
    finally:
        print("outer")


for x in outer():
    break
print("after")
