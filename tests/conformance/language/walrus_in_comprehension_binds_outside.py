# tests/conformance/language/walrus_in_comprehension_binds_outside.py: a walrus inside a
# comprehension binds in the enclosing function.
def find():
    hits = [last := n for n in range(10) if n % 4 == 3]
    return hits, last


print(find())
print(any((word := w).startswith("c") for w in ["ant", "cow", "dog"]), word)
while (n := len(word)) > 1:
    word = word[1:]
print(n, word)
