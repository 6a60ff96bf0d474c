# tests/conformance/language/large_constant_tables.py: long displays keep order and value.
words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
table = {word: number for number, word in enumerate(words)}
big = [n * 3 for n in range(300)]
print(table["seven"], big[299], sum(big))
ns = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
]
print(ns[10], sum(ns), len(ns))
