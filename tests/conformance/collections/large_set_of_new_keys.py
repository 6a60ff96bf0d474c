# tests/conformance/collections/large_set_of_new_keys.py: a large set keeps keys that only it knows.
numbers = set()
for number in range(60_000):
    numbers.add((number * 7919 % 60_000, str(number)))
print(len(numbers), sum(first for first, _ in numbers), (7919, "1") in numbers)
for number in range(0, 60_000, 3):
    numbers.discard((number * 7919 % 60_000, str(number)))
print(len(numbers), sorted(numbers)[:4], sorted(numbers)[-2:])
texts = {str(number) for number in range(40_000)}
for number in range(200):
    texts.add("x" * number)
    garbage = [str(turn) * 3 for turn in range(400)]
print(len(texts), all(str(number) in texts for number in range(40_000)), "xxx" in texts)
