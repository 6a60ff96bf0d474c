# tests/conformance/types/hash_of_numbers_and_strings.py: hashes under PYTHONHASHSEED=0.
print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(10 ** 30), hash(True))
print(hash(""), hash("a"), hash("hello"), hash("ação"), hash("日本"), hash("😀"), hash(b"a"))
print(hash((1, 2)), hash(()), hash(("a", 1.5, None)) == hash(("a", 1.5, None)), hash(1.5), hash(0.1), hash(-0.0))
print(hash(frozenset([1, 2, 3])), hash(range(3)))
