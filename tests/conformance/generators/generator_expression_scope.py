# tests/conformance/generators/generator_expression_scope.py: generator expressions see variables
# late, except the first iterable.
items = [1, 2, 3]
g = (x * factor for x in items)
factor = 10
items = ["never"]
print(list(g))
gs = [(i + j for j in range(2)) for i in range(3)]
print([list(g) for g in gs])
print(sum(x for x in range(5) if x % 2), max((len(w), w) for w in "the quick fox".split()))
