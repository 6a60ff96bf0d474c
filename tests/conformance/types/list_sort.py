# tests/conformance/types/list_sort.py: sort is stable, takes key and reverse, and in place gives
# None.
words = ["banana", "Apple", "cherry", "apple", "fig", "Fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(words.sort(key=lambda w: (len(w), w)), words)
n = [5, 2, 8, 1, 9, 3]
n.sort(reverse=True)
print(n, sorted((3, 1, 2)), sorted({"b": 1, "a": 2}), sorted("hello"), sorted([(1, "b"), (1, "a"), (0, "c")]))
for f in (lambda: [1, "a"].sort(), lambda: [None, None].sort(), lambda: sorted([1], lambda x: x), lambda: [{}, {}].sort()):
    try:
        f()
    except TypeError as e:
        print(e)
big = [(i * 7919) % 1000 for i in range(300)]
print(sorted(big) == sorted(reversed(big)), sorted(big)[:5])
