# tests/conformance/generators/recursive_generators.py: generators that delegate to themselves.
def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from walk(t)
    else:
        yield tree


def permute(items):
    if not items:
        yield []
    for i in range(len(items)):
        for rest in permute(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


print(list(walk([1, [2, [3, [4]], 5]])))
print(list(permute([1, 2, 3])))
