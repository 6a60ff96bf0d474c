# tests/conformance/types/dict_growth_and_deletion.py: large dicts through growth and many
# deletions keep order.
d = {}
for i in range(1000):
    d[i * 7 % 1009] = i
for i in range(0, 1009, 2):
    d.pop(i, None)
print(len(d), list(d)[:5], list(d)[-5:], sum(d), sum(d.values()))
for i in range(5):
    d[f"k{i}"] = i
print(list(d)[-6:], next(iter(d)))
