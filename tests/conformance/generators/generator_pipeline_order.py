# tests/conformance/generators/generator_pipeline_order.py: chained generators work item by item.
def numbers():
    for i in range(4):
        print("produce", i)
        yield i


def evens(source):
    for x in source:
        if x % 2 == 0:
            print("pass", x)
            yield x


def doubled(source):
    for x in source:
        yield 2 * x


for x in doubled(evens(numbers())):
    print("consume", x)
