# tests/conformance/types/list_methods.py: append, extend, insert, pop, remove, index, count,
# reverse, clear, copy.
x = [3, 1]
x.append(2); x.extend("ab"); x.extend(n for n in (7, 8)); x.insert(0, "first"); x.insert(-1, "before last"); x.insert(99, "end")
print(x, x.pop(), x.pop(0), x.pop(-2), x)
x.remove("a"); x.reverse()
print(x, x.index(1), x.count(8), [1, 2, 1].index(1, 1), x.copy() == x, x.copy() is x)
x.clear()
print(x, x * 3, [0] * 3, [[]] * 2, 2 * [1, 2], [1] * -1, [1] + [2])
r = [[]] * 2
r[0].append(1)
print(r)
